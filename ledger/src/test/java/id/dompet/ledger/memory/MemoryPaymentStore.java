package id.dompet.ledger.memory;

import id.dompet.ledger.store.EventRow;
import id.dompet.ledger.store.NotificationKey;
import id.dompet.ledger.store.PaymentRow;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.ledger.store.RefundRow;
import id.dompet.model.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Each method is atomic, as a transaction is. */
public final class MemoryPaymentStore implements PaymentStore {
    private static final int REMEMBERED = 50;

    private final Supplier<Instant> clock;
    private final Map<String, PaymentRow> payments = new LinkedHashMap<>();
    private final Map<String, Instant> leases = new HashMap<>();
    private final Set<NotificationKey> applied = new HashSet<>();
    private final Map<String, List<Stored>> events = new LinkedHashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final MemoryRefundStore refunds = new MemoryRefundStore(this);
    private final Deque<Undo> undo = new ArrayDeque<>();

    /** How a payment was before it was written at a time. */
    private record Undo(Instant at, String reference, Optional<PaymentRow> before) {}

    /** An event that waits for the handler. */
    private static final class Stored {
        private final Instant nextAttemptAt;
        private final EventRow row;
        private Instant leasedUntil = Instant.MIN;

        Stored(EventRow row, Instant nextAttemptAt) {
            this.row = row;
            this.nextAttemptAt = nextAttemptAt;
        }
    }

    /**
     * An empty store.
     *
     * @param clock the store's own clock, for leases
     */
    public MemoryPaymentStore(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /** The refunds of these payments. */
    public MemoryRefundStore refunds() {
        return refunds;
    }

    @Override
    public Instant now() {
        return clock.get();
    }

    @Override
    public synchronized Inserted insert(PaymentRow fresh) {
        PaymentRow known = payments.putIfAbsent(fresh.reference(), fresh);
        if (known == null) {
            remember(fresh.reference(), Optional.empty());
        }
        return known == null ? new Inserted(fresh, true) : new Inserted(known, false);
    }

    @Override
    public synchronized Optional<PaymentRow> find(String reference) {
        return Optional.ofNullable(payments.get(reference));
    }

    @Override
    public synchronized Written update(
            PaymentRow next, List<EventRow> added, Optional<NotificationKey> cause) {
        PaymentRow known = payments.get(next.reference());
        if (cause.filter(applied::contains).isPresent()) {
            return Written.DUPLICATE;
        }
        if (known == null || known.version() + 1 != next.version()) {
            return Written.STALE;
        }
        cause.ifPresent(applied::add);
        payments.put(next.reference(), next);
        remember(next.reference(), Optional.of(known));
        leases.remove(next.reference());
        append(next.reference(), added);
        return Written.WRITTEN;
    }

    /** Writes events behind those that are there. */
    synchronized void append(String reference, List<EventRow> added) {
        List<Stored> own = events.computeIfAbsent(reference, unused -> new ArrayList<>());
        for (EventRow event : added) {
            EventRow numbered =
                    new EventRow(
                            event.reference(),
                            lastNumber(reference) + 1,
                            event.refund(),
                            event.state(),
                            event.outcome(),
                            event.alert(),
                            event.at(),
                            0);
            numbers.put(reference, numbered.number());
            own.add(new Stored(numbered, Instant.MIN));
        }
    }

    private long lastNumber(String reference) {
        return numbers.getOrDefault(reference, 0L);
    }

    @Override
    public synchronized boolean applied(NotificationKey notification) {
        return applied.add(notification);
    }

    @Override
    public synchronized List<PaymentRow> claimDue(
            ProviderId provider, Instant now, int limit, Duration lease) {
        Instant storeTime = clock.get();
        List<PaymentRow> due =
                payments.values().stream()
                        .filter(row -> row.provider().equals(provider))
                        .filter(row -> row.state().isOpen())
                        .filter(
                                row ->
                                        row.nextQuestionAt()
                                                .filter(at -> !at.isAfter(now))
                                                .isPresent())
                        .filter(
                                row ->
                                        !leases.getOrDefault(row.reference(), Instant.MIN)
                                                .isAfter(storeTime))
                        .sorted(Comparator.comparing(row -> row.nextQuestionAt().orElseThrow()))
                        .limit(limit)
                        .toList();
        due.forEach(row -> leases.put(row.reference(), storeTime.plus(lease)));
        return due;
    }

    @Override
    public synchronized List<EventRow> claimEvents(Instant now, int limit, Duration lease) {
        Instant storeTime = clock.get();
        List<EventRow> claimed = new ArrayList<>();
        for (List<Stored> own : events.values()) {
            if (claimed.size() < limit && !own.isEmpty()) {
                Stored first = own.get(0);
                if (!first.nextAttemptAt.isAfter(now) && !first.leasedUntil.isAfter(storeTime)) {
                    first.leasedUntil = storeTime.plus(lease);
                    claimed.add(first.row);
                }
            }
        }
        return claimed;
    }

    @Override
    public synchronized void delivered(EventRow event) {
        events.getOrDefault(event.reference(), new ArrayList<>())
                .removeIf(stored -> stored.row.number() == event.number());
    }

    @Override
    public synchronized void failed(EventRow event, Instant nextAttemptAt) {
        List<Stored> own = events.getOrDefault(event.reference(), new ArrayList<>());
        own.replaceAll(
                stored ->
                        stored.row.number() == event.number()
                                ? new Stored(oneMoreAttempt(stored.row), nextAttemptAt)
                                : stored);
    }

    private static EventRow oneMoreAttempt(EventRow row) {
        return new EventRow(
                row.reference(),
                row.number(),
                row.refund(),
                row.state(),
                row.outcome(),
                row.alert(),
                row.at(),
                row.attempts() + 1);
    }

    @Override
    public synchronized Backlog backlog() {
        List<PaymentRow> open =
                payments.values().stream().filter(row -> row.state().isOpen()).toList();
        List<RefundRow> refundsOpen = refunds.open();
        List<Stored> waiting = events.values().stream().flatMap(List::stream).toList();
        return new Backlog(
                open.size(),
                open.stream().map(PaymentRow::sentAt).min(Comparator.naturalOrder()),
                refundsOpen.size(),
                refundsOpen.stream().map(RefundRow::sentAt).min(Comparator.naturalOrder()),
                waiting.size(),
                waiting.stream().map(stored -> stored.row.at()).min(Comparator.naturalOrder()));
    }

    @Override
    public synchronized int purge(Instant changedBefore, int limit) {
        List<String> old =
                payments.values().stream()
                        .filter(row -> !row.state().isOpen())
                        .filter(row -> row.changedAt().isBefore(changedBefore))
                        .map(PaymentRow::reference)
                        .filter(reference -> events.getOrDefault(reference, List.of()).isEmpty())
                        .filter(reference -> refunds.areOver(reference, changedBefore))
                        .limit(limit)
                        .toList();
        old.forEach(refunds::forget);
        old.forEach(payments::remove);
        old.forEach(events::remove);
        old.forEach(numbers::remove);
        return old.size();
    }

    /** What a journal does that is not durable: forgets what was written since. */
    public synchronized void forgetSince(Instant time) {
        while (!undo.isEmpty() && undo.peekLast().at().isAfter(time)) {
            Undo last = undo.removeLast();
            if (last.before().isPresent()) {
                payments.put(last.reference(), last.before().get());
            } else {
                payments.remove(last.reference());
            }
        }
    }

    private void remember(String reference, Optional<PaymentRow> before) {
        undo.addLast(new Undo(clock.get(), reference, before));
        if (undo.size() > REMEMBERED) {
            undo.removeFirst();
        }
    }

    /** Every payment, for those who check invariants. */
    public synchronized List<PaymentRow> all() {
        return List.copyOf(payments.values());
    }
}
