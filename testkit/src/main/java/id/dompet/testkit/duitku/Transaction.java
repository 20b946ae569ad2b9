package id.dompet.testkit.duitku;

import id.dompet.testkit.PinCounter;
import java.time.Instant;

/** One payment. Its state belongs to {@link Payments}, which guards it. */
final class Transaction {

    private final Order order;
    private final String reference;
    private final String publisherOrderId;
    private final String ticket;
    private final Instant expiresAt;
    private final PinCounter pins = new PinCounter();
    private TransactionState state = TransactionState.PENDING;

    Transaction(
            Order order,
            String reference,
            String publisherOrderId,
            String ticket,
            Instant expiresAt) {
        this.order = order;
        this.reference = reference;
        this.publisherOrderId = publisherOrderId;
        this.ticket = ticket;
        this.expiresAt = expiresAt;
    }

    Order order() {
        return order;
    }

    String reference() {
        return reference;
    }

    String publisherOrderId() {
        return publisherOrderId;
    }

    String ticket() {
        return ticket;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    PinCounter pins() {
        return pins;
    }

    TransactionState state() {
        return state;
    }

    void state(TransactionState next) {
        state = next;
    }

    DuitkuTransaction snapshot() {
        return new DuitkuTransaction(
                order.id(), reference, order.amount(), order.channel(), state, expiresAt);
    }
}
