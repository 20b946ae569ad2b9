package id.dompet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.ledger.store.EventRow;
import id.dompet.ledger.store.NotificationKey;
import id.dompet.ledger.store.PaymentRow;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.ledger.store.PaymentStore.Inserted;
import id.dompet.ledger.store.PaymentStore.Written;
import id.dompet.model.Money;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of payments does, in memory and in each database. */
public abstract class PaymentStoreContract {
    private static final ProviderId DUITKU = new ProviderId("duitku");
    private static final ProviderId DOKU = new ProviderId("doku");
    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00.123Z");
    private static final Duration LEASE = Duration.ofMinutes(2);

    private PaymentStore store;

    /** A new and empty one. */
    protected abstract PaymentStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    private static PaymentRow row(String reference, ProviderId provider) {
        return new PaymentRow(
                reference,
                provider,
                Wallet.OVO,
                "customer-1",
                Money.of("10000.50", "IDR"),
                "f".repeat(64),
                "k:secret",
                PaymentState.SENDING,
                Optional.empty(),
                1,
                NOW,
                NOW,
                NOW,
                Optional.of(NOW.plusSeconds(60)),
                0,
                Optional.empty());
    }

    private static PaymentRow next(PaymentRow row, PaymentState state) {
        return new PaymentRow(
                row.reference(),
                row.provider(),
                row.wallet(),
                row.customerReference(),
                row.amount(),
                row.fingerprint(),
                row.content(),
                state,
                Optional.of("k:outcome"),
                row.version() + 1,
                row.createdAt(),
                row.sentAt(),
                NOW.plusSeconds(row.version()),
                state.isOpen() ? Optional.of(NOW.plusSeconds(300)) : Optional.empty(),
                row.questions() + 1,
                Optional.of(NOW));
    }

    private static EventRow event(PaymentRow row, Optional<Alert> alert) {
        return new EventRow(
                row.reference(),
                0,
                Optional.empty(),
                row.state().name(),
                row.outcome(),
                alert,
                row.changedAt(),
                0);
    }

    private static Optional<NotificationKey> key(String event) {
        return Optional.of(new NotificationKey(DUITKU, event));
    }

    @Test
    void itsClockRuns() {
        Instant first = store.now();
        assertThat(store.now()).isAfterOrEqualTo(first);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        PaymentRow fresh = row("order-1", DUITKU);
        assertThat(store.insert(fresh)).isEqualTo(new Inserted(fresh, true));
        assertThat(store.find("order-1")).contains(fresh);
        assertThat(store.find("order-2")).isEmpty();
    }

    @Test
    void theSecondOfTwoGetsTheFirstOnesRow() {
        PaymentRow first = row("order-1", DUITKU);
        Inserted unused = store.insert(first);
        assertThat(store.insert(row("order-1", DOKU))).isEqualTo(new Inserted(first, false));
    }

    @Test
    void anUpdateNeedsTheVersionItWasMadeFrom() {
        PaymentRow first = row("order-1", DUITKU);
        Inserted unused = store.insert(first);
        PaymentRow second = next(first, PaymentState.PAID);
        assertThat(store.update(second, List.of(), Optional.empty())).isEqualTo(Written.WRITTEN);
        assertThat(store.update(second, List.of(), Optional.empty())).isEqualTo(Written.STALE);
        assertThat(store.find("order-1")).contains(second);
    }

    @Test
    void aNotificationIsAppliedOnceWithEverythingOrNothing() {
        PaymentRow first = row("order-1", DUITKU);
        Inserted unused = store.insert(first);
        PaymentRow second = next(first, PaymentState.PROCESSING);
        PaymentRow third = next(second, PaymentState.PAID);
        assertThat(store.update(third, List.of(), key("n-1")))
                .as("a stale update must not use up the notification")
                .isEqualTo(Written.STALE);
        assertThat(store.update(second, List.of(event(second, Optional.empty())), key("n-1")))
                .isEqualTo(Written.WRITTEN);
        assertThat(store.update(third, List.of(event(third, Optional.empty())), key("n-1")))
                .isEqualTo(Written.DUPLICATE);
        assertThat(store.find("order-1")).contains(second);
        assertThat(store.backlog().undelivered()).isEqualTo(1);
        assertThat(store.applied(key("n-1").orElseThrow())).isFalse();
        assertThat(store.applied(key("n-2").orElseThrow())).isTrue();
        assertThat(store.applied(key("n-2").orElseThrow())).isFalse();
    }

    @Test
    void eventsComeInOrderOneByOneUntilDelivered() {
        PaymentRow first = row("order-1", DUITKU);
        Inserted unused = store.insert(first);
        PaymentRow second = next(first, PaymentState.PROCESSING);
        PaymentRow third = next(second, PaymentState.PAID);
        Written unusedToo =
                store.update(second, List.of(event(second, Optional.empty())), Optional.empty());
        Written unusedAlso =
                store.update(
                        third,
                        List.of(
                                event(third, Optional.empty()),
                                event(third, Optional.of(Alert.AMOUNT_DIFFERS))),
                        Optional.empty());
        List<EventRow> claimed = store.claimEvents(NOW, 10, LEASE);
        assertThat(claimed).hasSize(1);
        assertThat(claimed.get(0).number()).isEqualTo(1);
        assertThat(store.claimEvents(NOW, 10, LEASE)).as("leased").isEmpty();
        store.failed(claimed.get(0), NOW.plusSeconds(10));
        assertThat(store.claimEvents(NOW, 10, LEASE)).as("put off").isEmpty();
        EventRow again = store.claimEvents(NOW.plusSeconds(10), 10, LEASE).get(0);
        assertThat(again.number()).isEqualTo(1);
        assertThat(again.attempts()).isEqualTo(1);
        store.delivered(again);
        EventRow then = store.claimEvents(NOW, 10, LEASE).get(0);
        assertThat(then.number()).isEqualTo(2);
        assertThat(then.state()).isEqualTo("PAID");
        store.delivered(then);
        assertThat(store.claimEvents(NOW, 10, LEASE))
                .singleElement()
                .satisfies(
                        alert -> {
                            assertThat(alert.number()).isEqualTo(3);
                            assertThat(alert.alert()).contains(Alert.AMOUNT_DIFFERS);
                            assertThat(alert.outcome()).contains("k:outcome");
                        });
    }

    @Test
    void whatIsDueIsClaimedPerProviderLongestDueFirstAndOnce() {
        for (String reference : List.of("a", "b", "c")) {
            Inserted unused = store.insert(row(reference, DUITKU));
        }
        Inserted unused = store.insert(row("d", DOKU));
        assertThat(store.claimDue(DUITKU, NOW, 10, LEASE)).as("not due yet").isEmpty();
        Instant later = NOW.plusSeconds(60);
        assertThat(store.claimDue(DUITKU, later, 2, LEASE)).hasSize(2);
        List<PaymentRow> rest = store.claimDue(DUITKU, later, 10, LEASE);
        assertThat(rest).hasSize(1);
        assertThat(store.claimDue(DUITKU, later, 10, LEASE)).isEmpty();
        assertThat(store.claimDue(DOKU, later, 10, LEASE)).hasSize(1);
        PaymentRow asked = next(rest.get(0), PaymentState.UNKNOWN);
        assertThat(store.update(asked, List.of(), Optional.empty())).isEqualTo(Written.WRITTEN);
        assertThat(store.claimDue(DUITKU, later, 10, LEASE)).as("next question later").isEmpty();
        assertThat(store.claimDue(DUITKU, NOW.plusSeconds(300), 10, LEASE))
                .as("an update ends the lease")
                .containsExactly(asked);
    }

    @Test
    void aLeaseThatIsOverIsAnybodys() {
        Inserted unused = store.insert(row("a", DUITKU));
        Instant later = NOW.plusSeconds(60);
        assertThat(store.claimDue(DUITKU, later, 10, Duration.ofMillis(-1))).hasSize(1);
        assertThat(store.claimDue(DUITKU, later, 10, LEASE)).hasSize(1);
    }

    @Test
    void closedPaymentsArePurgedWhenTheirEventsAreDelivered() {
        PaymentRow open = row("open", DUITKU);
        PaymentRow closed = row("closed", DUITKU);
        Inserted unused = store.insert(open);
        Inserted unusedToo = store.insert(closed);
        PaymentRow paid = next(closed, PaymentState.PAID);
        Written written =
                store.update(paid, List.of(event(paid, Optional.empty())), Optional.empty());
        assertThat(written).isEqualTo(Written.WRITTEN);
        assertThat(store.backlog().open()).isEqualTo(1);
        assertThat(store.backlog().oldestOpen()).contains(NOW);
        Instant line = NOW.plus(Duration.ofDays(40));
        assertThat(store.purge(line, 10)).as("its event is not delivered").isZero();
        store.delivered(store.claimEvents(NOW, 10, LEASE).get(0));
        assertThat(store.purge(line, 10)).isEqualTo(1);
        assertThat(store.find("closed")).isEmpty();
        assertThat(store.find("open")).contains(open);
    }

    @Test
    void ofEightWhoInsertTheSameReferenceOneWins() throws Exception {
        Set<Inserted> winners = ConcurrentHashMap.newKeySet();
        AtOnce.by8(
                worker -> {
                    for (int i = 0; i < 100; i++) {
                        Inserted inserted = store.insert(row("order-" + i, DUITKU));
                        if (inserted.isNew()) {
                            assertThat(winners.add(inserted)).isTrue();
                        }
                    }
                });
        assertThat(winners).hasSize(100);
    }

    @Test
    void ofEightWhoClaimEachPaymentHasOne() throws Exception {
        for (int i = 0; i < 400; i++) {
            Inserted unused = store.insert(row("order-" + i, DUITKU));
        }
        Set<String> claimed = ConcurrentHashMap.newKeySet();
        AtOnce.by8(
                worker -> {
                    List<PaymentRow> batch;
                    do {
                        batch = store.claimDue(DUITKU, NOW.plusSeconds(60), 7, LEASE);
                        for (PaymentRow row : batch) {
                            assertThat(claimed.add(row.reference())).isTrue();
                        }
                    } while (!batch.isEmpty());
                });
        // SKIP LOCKED passes over rows that another is taking; none is left in the end.
        store.claimDue(DUITKU, NOW.plusSeconds(60), 400, LEASE)
                .forEach(row -> assertThat(claimed.add(row.reference())).isTrue());
        assertThat(claimed).hasSize(400);
    }

    @Test
    void ofEightWhoUpdateTheSameVersionOneWins() throws Exception {
        PaymentRow first = row("order-1", DUITKU);
        Inserted unused = store.insert(first);
        List<Written> all = new ArrayList<>();
        AtOnce.by8(
                worker -> {
                    Written written =
                            store.update(
                                    next(first, PaymentState.PAID),
                                    List.of(event(first, Optional.empty())),
                                    key("n-" + worker));
                    synchronized (all) {
                        all.add(written);
                    }
                });
        assertThat(all.stream().filter(Written.WRITTEN::equals)).hasSize(1);
        assertThat(store.backlog().undelivered()).isEqualTo(1);
    }
}
