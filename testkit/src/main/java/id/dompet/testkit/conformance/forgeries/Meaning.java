package id.dompet.testkit.conformance.forgeries;

import id.dompet.model.Money;
import id.dompet.model.Notification.Event;
import id.dompet.model.PaymentOutcome;
import java.util.Optional;

/**
 * What a verified notification makes a merchant believe.
 *
 * @param kind of event
 * @param about which payment, or which customer's link
 * @param amount of money, if it names one
 * @param result what became of the payment; only if the module says that it is signed
 * @param signed whether it is believed without asking
 */
public record Meaning(
        String kind,
        String about,
        Optional<Money> amount,
        Optional<PaymentOutcome.State> result,
        boolean signed) {

    public static Meaning of(Event event) {
        if (event instanceof Event.PaymentReported payment) {
            return new Meaning(
                    "PaymentReported",
                    payment.paymentReference(),
                    payment.amount().or(() -> moved(payment.reported())),
                    payment.signed() ? Optional.of(payment.reported().state()) : Optional.empty(),
                    payment.signed());
        }
        String about =
                event instanceof Event.BindFinished link
                        ? "%s of %s, attempt %s"
                                .formatted(
                                        link.wallet(),
                                        link.customerReference(),
                                        link.attemptReference().orElse("unnamed"))
                        : "";
        return new Meaning(
                event.getClass().getSimpleName(), about, Optional.empty(), Optional.empty(), false);
    }

    private static Optional<Money> moved(PaymentOutcome outcome) {
        if (outcome instanceof PaymentOutcome.Paid paid) {
            return Optional.of(paid.amount());
        }
        return outcome instanceof PaymentOutcome.Reversed reversed
                ? Optional.of(reversed.amount())
                : Optional.empty();
    }

    /** Whether both speak of the same thing. */
    boolean isAboutTheSameAs(Meaning other) {
        return kind.equals(other.kind) && about.equals(other.about) && amount.equals(other.amount);
    }

    /** Whether core asks the provider before anybody believes it. */
    public boolean isAskedAbout() {
        return kind.equals("PaymentReported") && !signed;
    }

    /** Whether nobody hears of it. */
    boolean isNobodysBusiness() {
        return kind.equals("Unrecognised");
    }
}
