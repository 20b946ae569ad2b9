package id.dompet.spi;

import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ReturnHint;
import java.util.Map;

/** Charges wallets. */
public interface PayPort {
    /**
     * Sends the charge once. An answer that says "this reference exists already" is a reason to
     * ask, never a decline. Say Paid or Declined only on an explicit, documented answer; everything
     * else is Processing or Unknown.
     */
    PaymentOutcome pay(Call call, Payment payment);

    /**
     * Reads what the customer's browser brought back from paying, for display only.
     *
     * @param returned the query parameters, unverified
     */
    default ReturnHint returned(Payment payment, Map<String, String> returned) {
        return ReturnHint.nothing();
    }
}
