package id.dompet.ledger.simulation;

import id.dompet.ledger.Alert;
import id.dompet.ledger.LedgerEvent;
import id.dompet.ledger.RefundEvent;
import java.util.Optional;

/**
 * What the merchant's handlers heard about a payment or one of its refunds.
 *
 * @param number among the payment's
 * @param refund whose it is, unless the payment's own
 * @param state by name
 * @param alert what a person has to look at
 */
record Heard(long number, Optional<String> refund, String state, Optional<Alert> alert) {

    static Heard of(LedgerEvent event) {
        return new Heard(event.number(), Optional.empty(), event.state().name(), event.alert());
    }

    static Heard of(RefundEvent event) {
        return new Heard(
                event.number(),
                Optional.of(event.refund().reference()),
                event.state().name(),
                event.alert());
    }

    boolean isAlert(Alert which) {
        return alert.filter(which::equals).isPresent();
    }
}
