package id.dompet;

import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Wallet;
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

    /** A payment has this outcome now. May come twice; must be harmless the second time. */
    void paymentChanged(Payment payment, PaymentOutcome outcome);

    /** A customer finished linking: complete that customer's attempt. May come twice. */
    void bindFinished(Wallet wallet, String customerReference);
}
