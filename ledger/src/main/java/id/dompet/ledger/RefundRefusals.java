package id.dompet.ledger;

import id.dompet.ledger.form.PaymentForm;
import id.dompet.ledger.store.PaymentRow;
import id.dompet.ledger.store.RefundRow;
import id.dompet.ledger.store.RefundStore.Reserved;
import id.dompet.model.DompetException;
import id.dompet.model.Payment;
import id.dompet.model.Refund;
import id.dompet.sign.Digest;
import java.util.Optional;

/** Why a refund is not sent, in words for whoever asked for it. */
final class RefundRefusals {
    private RefundRefusals() {}

    /** The row of what the refund says was paid. */
    static PaymentRow unlessOfThisPayment(Refund refund, Optional<PaymentRow> found) {
        Payment payment = refund.payment();
        PaymentRow row =
                found.orElseThrow(
                        () ->
                                invalid(
                                        refund,
                                        "payment %s is not in the ledger"
                                                .formatted(payment.reference())));
        if (!row.fingerprint().equals(Digest.SHA_256.hex(PaymentForm.identity(payment)))) {
            throw invalid(
                    refund,
                    "payment %s is another one in the ledger; take it from there"
                            .formatted(payment.reference()));
        }
        return row;
    }

    /** A reference is one refund's for ever. */
    static void another(Refund refund, RefundRow known, RefundRow fresh) {
        if (!known.fingerprint().equals(fresh.fingerprint())) {
            throw invalid(
                    refund,
                    ("there is another refund with this reference in the ledger, made at %s, of %s"
                                    + " of payment %s. References are unique for ever: give this"
                                    + " refund its own")
                            .formatted(known.createdAt(), known.amount(), known.payment()));
        }
    }

    /** Nothing goes back that was not paid. */
    static void unpaid(Refund refund, PaymentRow payment) {
        if (payment.state() != PaymentState.PAID) {
            throw invalid(
                    refund,
                    "payment %s is %s; only what is PAID can go back"
                            .formatted(payment.reference(), payment.state()));
        }
    }

    /** Less is left than is wanted. */
    static DompetException.InvalidRequest tooMuch(Refund refund, Reserved.TooMuch over) {
        return invalid(
                refund,
                "it is of %s, and of payment %s only %s is left, after what went back and what may"
                                .formatted(
                                        refund.amount(), refund.payment().reference(), over.left())
                        + " have");
    }

    /** See {@link Pace#isTooLateToSend}. */
    static DompetException.Unavailable tooLate(Refund refund) {
        return new DompetException.Unavailable(
                refund.payment().provider(),
                "refund %s was not sent: writing it down took too long; send it again"
                        .formatted(refund.reference()),
                null);
    }

    private static DompetException.InvalidRequest invalid(Refund refund, String why) {
        return new DompetException.InvalidRequest(
                refund.payment().provider(),
                "refund %s was not sent: %s".formatted(refund.reference(), why));
    }
}
