package id.dompet;

import id.dompet.model.Notification;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import java.util.Optional;

/**
 * What a merchant does with verified notifications. {@link Dompet#receive} acknowledges only after
 * these methods have returned; when one of them throws, the provider is asked to deliver again.
 */
public interface NotificationHandler {
    /**
     * The stored payment with this reference. When there is none the provider is asked to deliver
     * again, since a notification can overtake the merchant's own commit.
     */
    Optional<Payment> find(String paymentReference);

    /**
     * A payment has this outcome now, compared and confirmed. May come twice, and in any order: an
     * outcome that is not final must not replace one that is.
     *
     * @param notification the event's id and every field the provider sent, for the record; what it
     *     claims is not confirmed
     */
    void paymentChanged(
            Payment payment, PaymentOutcome outcome, Notification.Verified notification);

    /** A customer finished linking: complete that customer's attempt. May come twice. */
    default void bindFinished(Notification.Event.BindFinished finished) {}
}
