package id.dompet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChargeLedgerTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private final ChargeLedger ledger = new ChargeLedger();

    @Test
    void aDoubleChargeShows() {
        ChargeLedger.Movement first =
                ledger.record("order-1", "OL 081234567890", NOW, Map.of("cash", 10_000L));
        ChargeLedger.Movement other =
                ledger.record("order-2", "OL 081234567890", NOW, Map.of("cash", 20_000L));
        ChargeLedger.Movement second =
                ledger.record("order-1", "OL 081234567890", NOW, Map.of("cash", 10_000L));

        assertThat(ledger.movements()).containsExactly(first, other, second);
        assertThat(ledger.chargedFor("order-1")).isEqualTo(20_000);
        assertThat(ledger.ordersChargedTwice()).containsExactly("order-1");
        assertThat(ledger.total()).isEqualTo(40_000);
        assertThat(ledger.chargedFor("order-3")).isZero();
    }

    @Test
    void anAmountIsTheSumOfItsSources() {
        ChargeLedger.Movement movement =
                ledger.record(
                        "order-1", "SL 0812", NOW, Map.of("cash", 7L, "points", 3L, "voucher", 0L));

        assertThat(movement.amount()).isEqualTo(10);
        assertThat(movement.sources()).containsOnlyKeys("cash", "points");
    }

    @Test
    void aPhoneNumberIsNotPrintedWhole() {
        assertThat(ledger.record("o", "OL 081234567890", NOW, Map.of("cash", 1L)))
                .hasToString(
                        "Movement[1, order o, IDR 1, wallet OL 0812******90, 2026-11-20T08:00:00Z]");
    }

    @Test
    void aRefundIsAMovementOfItsOwnThatNeverCountsAsASecondCharge() {
        ledger.record("order-1", "OVO 081234567890", NOW, Map.of("cash", 7_000L, "points", 3_000L));
        ledger.recordRefund("order-1", "OVO 081234567890", NOW, Map.of("cash", 4_000L));

        assertThat(ledger.movementsOf("order-1").get(1).amount()).isEqualTo(-4_000);
        assertThat(ledger.chargedFor("order-1")).isEqualTo(6_000);
        assertThat(ledger.refundedFor("order-1")).isEqualTo(4_000);
        assertThat(ledger.total()).isEqualTo(6_000);
        assertThat(ledger.ordersChargedTwice()).isEmpty();
    }
}
