package id.dompet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.ledger.memory.MemoryLinkStore;
import id.dompet.ledger.memory.MemoryPaymentStore;
import id.dompet.ledger.store.PaymentRow;
import id.dompet.model.Money;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import id.dompet.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** References are unique only while they are remembered: no clock makes the ledger forget early. */
class PurgeTest {
    private static final Instant CLOSED = Instant.parse("2026-11-20T03:00:00Z");
    private static final Instant SOON = CLOSED.plus(Duration.ofDays(1));
    private static final Instant LATER = CLOSED.plus(Duration.ofDays(32));

    private static int purged(Instant here, Instant database) {
        MemoryPaymentStore store = new MemoryPaymentStore(() -> database);
        PaymentRow closed =
                new PaymentRow(
                        "order-1",
                        new ProviderId("duitku"),
                        Wallet.OVO,
                        "customer-1",
                        Money.idr(10_000),
                        "f".repeat(64),
                        "k:secret",
                        PaymentState.PAID,
                        Optional.empty(),
                        1,
                        CLOSED,
                        CLOSED,
                        CLOSED,
                        Optional.empty(),
                        0,
                        Optional.empty());
        assertThat(store.insert(closed).isNew()).isTrue();
        return new Purge(store, new MemoryLinkStore(), at(here)).run(Duration.ofDays(31));
    }

    private static TimeSource at(Instant now) {
        return new TimeSource() {
            @Override
            public Instant now() {
                return now;
            }

            @Override
            public long nanoTime() {
                return 0;
            }

            @Override
            public void sleep(Duration time) {}
        };
    }

    @Test
    void theClockThatIsBehindDecides() {
        assertThat(purged(LATER, LATER)).isEqualTo(1);
        assertThat(purged(LATER, SOON)).isZero();
        assertThat(purged(SOON, LATER)).isZero();
    }
}
