package id.dompet.docs.umpama;

import id.dompet.model.Decline;
import id.dompet.model.Decline.Reason;
import id.dompet.model.Money;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.spi.ProviderText;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The documented results of a push, for answers and notifications alike. */
final class UmpamaResults {
    private static final Map<String, Reason> DECLINES =
            Map.of(
                    "declined", Reason.CUSTOMER_CANCELLED,
                    "expired", Reason.CUSTOMER_TOO_LATE,
                    "too_little_money", Reason.INSUFFICIENT_FUNDS,
                    "link_ended", Reason.BINDING_INVALID,
                    "request_invalid", Reason.OTHER);

    private UmpamaResults() {}

    /** What an object with a result says about a push. Everything undocumented is Unknown. */
    static PaymentOutcome of(UmpamaFields fields, Instant now) {
        String result = fields.text("result").orElse("");
        Optional<String> id = fields.text("id");
        return switch (result) {
            case "waiting" -> new PaymentOutcome.Processing(id);
            case "paid" -> paid(id, fields.amount(), now);
            default -> declined(result).orElseGet(() -> undocumented(result));
        };
    }

    /** A documented no; empty for every other result. */
    static Optional<PaymentOutcome> declined(String result) {
        return Optional.ofNullable(DECLINES.get(result))
                .map(reason -> new PaymentOutcome.Declined(new Decline(reason, result, "")));
    }

    /** The amount of the answer, not of the payment: core compares the two. */
    private static PaymentOutcome paid(Optional<String> id, Optional<Money> amount, Instant now) {
        return amount.isPresent()
                ? new PaymentOutcome.Paid(id, amount.get(), now)
                : new PaymentOutcome.Unknown(
                        UnknownCause.UNREADABLE_ANSWER, "paid, without an amount");
    }

    private static PaymentOutcome undocumented(String result) {
        return new PaymentOutcome.Unknown(
                UnknownCause.UNRECOGNISED_CODE, "result " + ProviderText.code(result));
    }
}
