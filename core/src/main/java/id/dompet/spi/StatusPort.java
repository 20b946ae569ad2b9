package id.dompet.spi;

import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;

/** Asks what became of a payment. */
public interface StatusPort {
    /**
     * Asks by the merchant's reference alone, and changes nothing. Core may ask again when the
     * answer is lost.
     */
    PaymentOutcome status(Call call, Payment payment);
}
