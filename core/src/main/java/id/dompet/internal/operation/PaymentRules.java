package id.dompet.internal.operation;

import id.dompet.model.Decline;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.spi.StatusPolling;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What core demands of an outcome before a merchant sees it, whichever provider it came from. */
public final class PaymentRules {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentRules.class);

    private PaymentRules() {}

    /** After {@code pay}: a charge that was just sent cannot be "not found". */
    public static PaymentOutcome afterPay(Payment payment, PaymentOutcome outcome) {
        if (outcome instanceof PaymentOutcome.NotFound) {
            return new PaymentOutcome.Unknown(
                    UnknownCause.PROVIDER_FAULT, "the answer to a charge was 'not found'");
        }
        return sameAmount(payment, outcome);
    }

    /**
     * Whether a payment was made so long ago that it must not be sent any more: a customer who
     * takes their time would still be paying when "not found" is taken for final.
     */
    public static boolean isTooOldToSend(Payment payment, StatusPolling polling, Instant now) {
        return age(payment, now)
                        .plus(polling.customerWindow())
                        .compareTo(polling.notFoundIsFinalAfter())
                > 0;
    }

    private static Duration age(Payment payment, Instant now) {
        return Duration.between(payment.createdAt(), now);
    }

    /** After {@code status}: "not found" becomes final when the payment can no longer arrive. */
    public static PaymentOutcome afterStatus(
            Payment payment, PaymentOutcome outcome, StatusPolling polling, Instant now) {
        if (outcome instanceof PaymentOutcome.NotFound
                && age(payment, now).compareTo(polling.notFoundIsFinalAfter()) >= 0) {
            return new PaymentOutcome.Declined(
                    Decline.of(
                            Decline.Reason.NEVER_ARRIVED,
                            "the provider does not know the payment, and the time in which it"
                                    + " could have arrived is over"));
        }
        return sameAmount(payment, outcome);
    }

    /** A payment of another amount is not this payment, whoever says so. */
    public static PaymentOutcome sameAmount(Payment payment, PaymentOutcome outcome) {
        if (outcome instanceof PaymentOutcome.Paid paid
                && !paid.amount().equals(payment.amount())) {
            return amountDiffers(payment, paid.amount().toString());
        }
        if (outcome instanceof PaymentOutcome.Reversed reversed
                && !reversed.amount().equals(payment.amount())) {
            return amountDiffers(payment, reversed.amount() + " that went back");
        }
        return outcome;
    }

    /** The UNKNOWN for a payment reported with another amount; loud, because a person must look. */
    public static PaymentOutcome amountDiffers(Payment payment, String reported) {
        LOG.error(
                "{}: payment {} is for {}, but the provider speaks of {}; the outcome is UNKNOWN",
                payment.provider(),
                payment.reference(),
                payment.amount(),
                reported);
        return new PaymentOutcome.Unknown(
                UnknownCause.AMOUNT_DIFFERS,
                "expected " + payment.amount() + ", the provider says " + reported);
    }

    /** After {@code refund}: what was just sent cannot be "not found". */
    public static RefundOutcome afterRefund(Refund refund, RefundOutcome outcome) {
        if (outcome instanceof RefundOutcome.NotFound) {
            return new RefundOutcome.Unknown(
                    UnknownCause.PROVIDER_FAULT, "the answer to a refund was 'not found'");
        }
        return sameAmount(refund, outcome);
    }

    /** A refund of another amount is not this refund. */
    public static RefundOutcome sameAmount(Refund refund, RefundOutcome outcome) {
        if (outcome instanceof RefundOutcome.Refunded refunded
                && !refunded.amount().equals(refund.amount())) {
            LOG.error(
                    "{}: refund {} is for {}, but the provider speaks of {}; the outcome is"
                            + " UNKNOWN",
                    refund.payment().provider(),
                    refund.reference(),
                    refund.amount(),
                    refunded.amount());
            return new RefundOutcome.Unknown(
                    UnknownCause.AMOUNT_DIFFERS,
                    "expected " + refund.amount() + ", the provider says " + refunded.amount());
        }
        return outcome;
    }
}
