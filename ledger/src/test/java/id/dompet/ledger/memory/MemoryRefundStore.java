package id.dompet.ledger.memory;

import id.dompet.ledger.RefundState;
import id.dompet.ledger.store.EventRow;
import id.dompet.ledger.store.PaymentStore.Written;
import id.dompet.ledger.store.RefundRow;
import id.dompet.ledger.store.RefundStore;
import id.dompet.model.Money;
import id.dompet.model.ProviderId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each method is atomic, together with those of the payments. */
public final class MemoryRefundStore implements RefundStore {
    private final MemoryPaymentStore payments;
    private final Map<String, RefundRow> refunds = new LinkedHashMap<>();
    private final Map<String, Instant> leases = new HashMap<>();

    MemoryRefundStore(MemoryPaymentStore payments) {
        this.payments = payments;
    }

    @Override
    public Reserved reserve(RefundRow fresh) {
        synchronized (payments) {
            RefundRow known = refunds.get(fresh.reference());
            if (known != null
                    && (known.state() != RefundState.NOT_SENT
                            || known.version() + 1 != fresh.version())) {
                return new Reserved.Known(known);
            }
            BigDecimal paid = payments.find(fresh.payment()).orElseThrow().amount().amount();
            BigDecimal left =
                    of(fresh.payment()).stream()
                            .filter(refund -> refund.state().isSpent())
                            .map(refund -> refund.amount().amount())
                            .reduce(paid, BigDecimal::subtract);
            if (fresh.amount().amount().compareTo(left) > 0) {
                return new Reserved.TooMuch(
                        new Money(left.max(BigDecimal.ZERO), fresh.amount().currency()));
            }
            refunds.put(fresh.reference(), fresh);
            return new Reserved.Written(fresh);
        }
    }

    @Override
    public Optional<RefundRow> find(String reference) {
        synchronized (payments) {
            return Optional.ofNullable(refunds.get(reference));
        }
    }

    @Override
    public List<RefundRow> of(String payment) {
        synchronized (payments) {
            return refunds.values().stream()
                    .filter(refund -> refund.payment().equals(payment))
                    .sorted(
                            Comparator.comparing(RefundRow::createdAt)
                                    .thenComparing(RefundRow::reference))
                    .toList();
        }
    }

    @Override
    public Written update(RefundRow next, List<EventRow> added) {
        synchronized (payments) {
            RefundRow known = refunds.get(next.reference());
            if (known == null || known.version() + 1 != next.version()) {
                return Written.STALE;
            }
            refunds.put(next.reference(), next);
            leases.remove(next.reference());
            payments.append(next.payment(), added);
            return Written.WRITTEN;
        }
    }

    @Override
    public List<RefundRow> claimDue(ProviderId provider, Instant now, int limit, Duration lease) {
        synchronized (payments) {
            Instant storeTime = payments.now();
            List<RefundRow> due =
                    refunds.values().stream()
                            .filter(row -> row.provider().equals(provider))
                            .filter(row -> row.nextQuestionAt().isPresent())
                            .filter(row -> !row.nextQuestionAt().get().isAfter(now))
                            .filter(row -> !leasedUntil(row).isAfter(storeTime))
                            .sorted(Comparator.comparing(row -> row.nextQuestionAt().orElseThrow()))
                            .limit(limit)
                            .toList();
            due.forEach(row -> leases.put(row.reference(), storeTime.plus(lease)));
            return due;
        }
    }

    private Instant leasedUntil(RefundRow row) {
        return leases.getOrDefault(row.reference(), Instant.MIN);
    }

    /** Writes a refund down without looking what is left, as a wrong design would. */
    public void put(RefundRow row) {
        synchronized (payments) {
            refunds.put(row.reference(), row);
        }
    }

    List<RefundRow> open() {
        return refunds.values().stream().filter(row -> row.state().isOpen()).toList();
    }

    boolean areOver(String payment, Instant changedBefore) {
        return of(payment).stream()
                .allMatch(row -> !row.state().isOpen() && row.changedAt().isBefore(changedBefore));
    }

    void forget(String payment) {
        refunds.values().removeIf(row -> row.payment().equals(payment));
    }
}
