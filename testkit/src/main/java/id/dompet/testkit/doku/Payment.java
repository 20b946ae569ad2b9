package id.dompet.testkit.doku;

import id.dompet.testkit.PinCounter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One payment. Its state belongs to {@link Payments}, which guards it. */
final class Payment {

    private final PaymentOrder order;
    private final String referenceNo;
    private final String ticket;
    private final Instant createdAt;
    private final PinCounter pins = new PinCounter();
    private final List<DokuRefund> refunds = new ArrayList<>();
    private DokuTransactionState state = DokuTransactionState.PENDING;
    private SnapCase outcome = SnapCase.REQUEST_IN_PROGRESS;
    private Optional<DokuWallet> payer = Optional.empty();
    private Optional<Instant> paidAt = Optional.empty();

    Payment(PaymentOrder order, String referenceNo, String ticket, Instant createdAt) {
        this.order = order;
        this.referenceNo = referenceNo;
        this.ticket = ticket;
        this.createdAt = createdAt;
    }

    PaymentOrder order() {
        return order;
    }

    String referenceNo() {
        return referenceNo;
    }

    String ticket() {
        return ticket;
    }

    Instant createdAt() {
        return createdAt;
    }

    PinCounter pins() {
        return pins;
    }

    DokuTransactionState state() {
        return state;
    }

    /** The row of the response table that tells the outcome. */
    SnapCase outcome() {
        return outcome;
    }

    Optional<DokuWallet> payer() {
        return payer;
    }

    Optional<Instant> paidAt() {
        return paidAt;
    }

    List<DokuRefund> refunds() {
        return List.copyOf(refunds);
    }

    long refunded() {
        return refunds.stream().mapToLong(DokuRefund::amount).sum();
    }

    void paid(DokuWallet wallet, Instant at) {
        payer = Optional.of(wallet);
        paidAt = Optional.of(at);
        state = DokuTransactionState.PAID;
        outcome = SnapCase.SUCCESSFUL;
    }

    void ended(DokuTransactionState how, SnapCase why) {
        state = how;
        outcome = why;
    }

    void refunded(DokuRefund refund) {
        refunds.add(refund);
        if (refunded() == order.amount()) {
            state = DokuTransactionState.REFUNDED;
        }
    }

    DokuTransaction snapshot() {
        return new DokuTransaction(
                order.partnerReferenceNo(),
                referenceNo,
                order.amount(),
                order.channel(),
                state,
                paidAt,
                order.expiresAt(),
                refunds());
    }
}
