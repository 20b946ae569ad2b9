package id.dompet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.ledger.store.EventRow;
import id.dompet.ledger.store.PaymentRow;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.ledger.store.PaymentStore.Inserted;
import id.dompet.ledger.store.PaymentStore.Written;
import id.dompet.ledger.store.RefundRow;
import id.dompet.ledger.store.RefundStore;
import id.dompet.ledger.store.RefundStore.Reserved;
import id.dompet.model.Money;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of refunds does, in memory and in each database. */
public abstract class RefundStoreContract {
    private static final ProviderId DOKU = new ProviderId("doku");
    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00.123Z");
    private static final Duration LEASE = Duration.ofMinutes(2);

    private Stores stores;
    private RefundStore store;

    /** The refunds and the payments of one place. */
    public record Stores(PaymentStore payments, RefundStore refunds) {}

    /** New and empty ones. */
    protected abstract Stores open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        stores = open();
        store = stores.refunds();
        paid("order-1");
        paid("order-2");
    }

    private PaymentRow paid(String reference) {
        PaymentRow row =
                new PaymentRow(
                        reference,
                        DOKU,
                        Wallet.OVO,
                        "customer-1",
                        Money.of("10000.50", "IDR"),
                        "f".repeat(64),
                        "k:secret",
                        PaymentState.PAID,
                        Optional.of("k:outcome"),
                        1,
                        NOW,
                        NOW,
                        NOW,
                        Optional.empty(),
                        0,
                        Optional.empty());
        Inserted unused = stores.payments().insert(row);
        return row;
    }

    private static RefundRow row(String reference, String payment, String amount) {
        return new RefundRow(
                reference,
                payment,
                DOKU,
                Wallet.OVO,
                Money.of(amount, "IDR"),
                "e".repeat(64),
                "k:refund",
                RefundState.SENDING,
                Optional.empty(),
                1,
                NOW,
                NOW,
                NOW,
                Optional.of(NOW.plusSeconds(60)),
                0,
                Optional.empty());
    }

    private static RefundRow next(RefundRow row, RefundState state) {
        return new RefundRow(
                row.reference(),
                row.payment(),
                row.provider(),
                row.wallet(),
                row.amount(),
                row.fingerprint(),
                row.content(),
                state,
                state == RefundState.SENDING ? Optional.empty() : Optional.of("k:outcome"),
                row.version() + 1,
                row.createdAt(),
                row.sentAt(),
                NOW.plusSeconds(row.version()),
                state.isOpen() ? Optional.of(NOW.plusSeconds(300)) : Optional.empty(),
                row.questions() + 1,
                Optional.of(NOW));
    }

    private static EventRow event(RefundRow row) {
        return new EventRow(
                row.payment(),
                0,
                Optional.of(row.reference()),
                row.state().name(),
                row.outcome(),
                Optional.empty(),
                row.changedAt(),
                0);
    }

    private RefundRow moved(RefundRow row, RefundState state) {
        RefundRow next = next(row, state);
        assertThat(store.update(next, List.of(event(next)))).isEqualTo(Written.WRITTEN);
        return next;
    }

    private RefundRow reserved(String reference, String payment, String amount) {
        RefundRow row = row(reference, payment, amount);
        assertThat(store.reserve(row)).isEqualTo(new Reserved.Written(row));
        return row;
    }

    @Test
    void whatIsReservedIsReadAgain() {
        RefundRow row = reserved("refund-1", "order-1", "4000.25");
        assertThat(store.find("refund-1")).contains(row);
        assertThat(store.find("refund-2")).isEmpty();
        RefundRow later = reserved("refund-0", "order-1", "1");
        assertThat(store.of("order-1")).containsExactlyInAnyOrder(row, later);
        assertThat(store.of("order-2")).isEmpty();
    }

    @Test
    void theSecondOfTwoGetsTheFirstOnesRow() {
        RefundRow first = reserved("refund-1", "order-1", "4000");
        assertThat(store.reserve(row("refund-1", "order-1", "4000")))
                .isEqualTo(new Reserved.Known(first));
        assertThat(store.reserve(row("refund-1", "order-2", "5000")))
                .as("of another payment")
                .isEqualTo(new Reserved.Known(first));
    }

    @Test
    void noMoreThanWasPaidIsReserved() {
        RefundRow first = reserved("refund-1", "order-1", "7000.50");
        assertThat(store.reserve(row("refund-2", "order-1", "3000.01")))
                .isEqualTo(new Reserved.TooMuch(Money.of("3000", "IDR")));
        assertThat(store.find("refund-2")).isEmpty();
        RefundRow rest = reserved("refund-2", "order-1", "3000");
        RefundRow unused = moved(first, RefundState.REFUNDED);
        assertThat(store.reserve(row("refund-3", "order-1", "0.01")))
                .isEqualTo(new Reserved.TooMuch(Money.of("0", "IDR")));
        unused = moved(rest, RefundState.DECLINED);
        unused = reserved("refund-4", "order-1", "2000");
        unused = reserved("refund-5", "order-2", "10000.50");
    }

    @Test
    void whatWasNotSentIsReservedAgainIfThatMuchIsStillLeft() {
        RefundRow first = moved(reserved("refund-1", "order-1", "7000"), RefundState.NOT_SENT);
        RefundRow again = next(first, RefundState.SENDING);
        assertThat(store.reserve(row("refund-1", "order-1", "7000")))
                .as("made from an older version")
                .isEqualTo(new Reserved.Known(first));
        RefundRow other = reserved("refund-2", "order-1", "6000");
        assertThat(store.reserve(again))
                .isEqualTo(new Reserved.TooMuch(Money.of("4000.50", "IDR")));
        RefundRow unused = moved(other, RefundState.DECLINED);
        assertThat(store.reserve(again)).isEqualTo(new Reserved.Written(again));
        assertThat(store.find("refund-1")).contains(again);
    }

    @Test
    void anUpdateNeedsTheVersionItWasMadeFrom() {
        RefundRow first = reserved("refund-1", "order-1", "4000");
        RefundRow second = moved(first, RefundState.PROCESSING);
        assertThat(store.update(second, List.of(event(second)))).isEqualTo(Written.STALE);
        assertThat(store.find("refund-1")).contains(second);
        assertThat(stores.payments().backlog().undelivered()).isEqualTo(1);
    }

    @Test
    void eventsStandInOneOrderWithThePayments() {
        PaymentRow payment = stores.payments().find("order-1").orElseThrow();
        RefundRow refund = moved(reserved("refund-1", "order-1", "4000"), RefundState.PROCESSING);
        Written unused =
                stores.payments()
                        .update(
                                atVersion(payment, 2),
                                List.of(
                                        new EventRow(
                                                "order-1",
                                                0,
                                                Optional.empty(),
                                                "PAID",
                                                Optional.empty(),
                                                Optional.of(Alert.AMOUNT_DIFFERS),
                                                NOW,
                                                0)),
                                Optional.empty());
        RefundRow done = moved(refund, RefundState.REFUNDED);
        assertThat(done.version()).isEqualTo(3);
        EventRow first = onlyEvent();
        assertThat(first.refund()).contains("refund-1");
        assertThat(first.state()).isEqualTo("PROCESSING");
        assertThat(first.number()).isEqualTo(1);
        stores.payments().delivered(first);
        EventRow second = onlyEvent();
        assertThat(second.refund()).isEmpty();
        stores.payments().delivered(second);
        EventRow third = onlyEvent();
        assertThat(third.state()).isEqualTo("REFUNDED");
        assertThat(third.number()).isEqualTo(3);
    }

    private EventRow onlyEvent() {
        List<EventRow> claimed = stores.payments().claimEvents(NOW, 10, LEASE);
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
    }

    private static PaymentRow atVersion(PaymentRow row, long version) {
        return new PaymentRow(
                row.reference(),
                row.provider(),
                row.wallet(),
                row.customerReference(),
                row.amount(),
                row.fingerprint(),
                row.content(),
                row.state(),
                row.outcome(),
                version,
                row.createdAt(),
                row.sentAt(),
                row.changedAt(),
                row.nextQuestionAt(),
                row.questions(),
                row.missingSince());
    }

    @Test
    void whatIsDueIsClaimedOnceAndAgainAfterAnUpdateOrTheLease() {
        RefundRow first = reserved("refund-1", "order-1", "1");
        RefundRow second = reserved("refund-2", "order-2", "1");
        assertThat(store.claimDue(DOKU, NOW, 10, LEASE)).as("not due yet").isEmpty();
        Instant later = NOW.plusSeconds(60);
        assertThat(store.claimDue(new ProviderId("duitku"), later, 10, LEASE)).isEmpty();
        assertThat(store.claimDue(DOKU, later, 10, LEASE)).containsExactlyInAnyOrder(first, second);
        assertThat(store.claimDue(DOKU, later, 10, LEASE)).as("leased").isEmpty();
        RefundRow asked = moved(first, RefundState.PROCESSING);
        assertThat(store.claimDue(DOKU, NOW.plusSeconds(300), 10, Duration.ofMillis(-1)))
                .containsExactly(asked);
        assertThat(store.claimDue(DOKU, NOW.plusSeconds(300), 10, LEASE))
                .as("that lease was over at once")
                .containsExactly(asked);
        RefundRow unused = moved(asked, RefundState.REFUNDED);
        assertThat(stores.payments().backlog().openRefunds()).isEqualTo(1);
        assertThat(stores.payments().backlog().oldestOpenRefund()).contains(NOW);
    }

    @Test
    void aPaymentStaysAsLongAsItsRefundsAreOpenOrRecent() {
        RefundRow refund = reserved("refund-1", "order-1", "4000");
        Instant line = NOW.plusSeconds(2);
        assertThat(stores.payments().purge(line, 10)).as("order-2 only").isEqualTo(1);
        refund = moved(refund, RefundState.PROCESSING);
        RefundRow done = moved(refund, RefundState.REFUNDED);
        for (int i = 0; i < 2; i++) {
            stores.payments().delivered(onlyEvent());
        }
        assertThat(done.changedAt()).isEqualTo(line);
        assertThat(stores.payments().purge(line, 10)).as("changed at the line").isZero();
        assertThat(stores.payments().purge(line.plusMillis(1), 10)).isEqualTo(1);
        assertThat(store.find("refund-1")).isEmpty();
    }

    @Test
    void ofEightWhoReserveAtOnceNoMoreThanWasPaidGetsThrough() throws Exception {
        Set<String> written = ConcurrentHashMap.newKeySet();
        AtOnce.by8(
                worker -> {
                    for (int i = 0; i < 10; i++) {
                        RefundRow row = row("r-" + worker + "-" + i, "order-1", "1000");
                        if (store.reserve(row) instanceof Reserved.Written) {
                            assertThat(written.add(row.reference())).isTrue();
                        }
                    }
                });
        assertThat(written).as("10 000.50 in parts of 1 000").hasSize(10);
        assertThat(store.of("order-1")).hasSize(10);
    }

    @Test
    void ofEightWhoReserveTheSameReferenceOneWins() throws Exception {
        Set<String> written = ConcurrentHashMap.newKeySet();
        AtOnce.by8(
                worker -> {
                    for (int i = 0; i < 20; i++) {
                        String payment = worker % 2 == 0 ? "order-1" : "order-2";
                        RefundRow row = row("r-" + i, payment, "1");
                        if (store.reserve(row) instanceof Reserved.Written) {
                            assertThat(written.add(row.reference())).isTrue();
                        }
                    }
                });
        assertThat(written).hasSize(20);
    }

    @Test
    void updatesOfARefundAndOfItsPaymentDoNotDeadlock() throws Exception {
        AtOnce.by8(
                worker -> {
                    for (int i = 0; i < 20; i++) {
                        if (worker % 2 == 0) {
                            RefundRow row = row("d-" + worker + "-" + i, "order-1", "1");
                            assertThat(store.reserve(row)).isInstanceOf(Reserved.Written.class);
                            RefundRow unused = moved(row, RefundState.REFUNDED);
                        } else {
                            PaymentRow now = stores.payments().find("order-1").orElseThrow();
                            assertThat(
                                            stores.payments()
                                                    .update(
                                                            atVersion(now, now.version() + 1),
                                                            List.of(),
                                                            Optional.empty()))
                                    .isIn(Written.WRITTEN, Written.STALE);
                        }
                    }
                });
        assertThat(stores.payments().backlog().undelivered()).isEqualTo(80);
    }
}
