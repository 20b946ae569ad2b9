package id.dompet.testkit.reference;

import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.Decline;
import id.dompet.model.Decline.Reason;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.spi.Call;
import id.dompet.spi.ProviderText;
import id.dompet.spi.StatusPort;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Asks about charges, and reads what Contoh says about one, wherever it says so. */
final class ContohStatus implements StatusPort {
    private final ContohClient client;

    ContohStatus(ContohClient client) {
        this.client = client;
    }

    @Override
    public PaymentOutcome status(Call call, Payment payment) {
        Answer answer =
                client.ask(call, "/status", Effect.NONE, Map.of("reference", payment.reference()));
        if (answer.code().equals("25")) {
            return new PaymentOutcome.NotFound();
        }
        if (answer.code().isEmpty()) {
            if (answer.isUndocumented()) {
                return unknown(answer.cause(), answer.detail());
            }
            throw answer.refusal(client.id());
        }
        PaymentOutcome outcome = read(answer.fields(), call.now());
        if (outcome instanceof PaymentOutcome.Unknown) {
            return outcome;
        }
        if (!answer.isAbout("reference", payment.reference())) {
            return unknown(UnknownCause.REFERENCE_DIFFERS, "/status: not about this payment");
        }
        Optional<Money> amount = answer.fields().money();
        return amount.equals(Optional.of(payment.amount()))
                ? outcome
                : unknown(UnknownCause.AMOUNT_DIFFERS, "/status: not about this amount");
    }

    /** What an object with a code of {@code /status} says; a final state needs its amount. */
    static PaymentOutcome read(Fields fields, Instant now) {
        Optional<String> id = fields.text("id");
        Optional<Money> amount = fields.money();
        String code = fields.text("code").orElse("");
        return switch (code) {
            case "00" ->
                    amount.isPresent()
                            ? new PaymentOutcome.Paid(id, amount.get(), now)
                            : unknown(UnknownCause.UNREADABLE_ANSWER, "paid, without an amount");
            case "01", "02" -> new PaymentOutcome.Processing(id);
            case "05" -> new PaymentOutcome.Declined(new Decline(Reason.NOT_COMPLETED, code, ""));
            case "06" ->
                    new PaymentOutcome.Declined(new Decline(Reason.CUSTOMER_TOO_LATE, code, ""));
            case "07" ->
                    amount.isPresent()
                            ? new PaymentOutcome.Reversed(id, amount.get())
                            : unknown(UnknownCause.UNREADABLE_ANSWER, "back, without an amount");
            default -> unknown(UnknownCause.UNRECOGNISED_CODE, "code " + ProviderText.code(code));
        };
    }

    private static PaymentOutcome unknown(UnknownCause cause, String detail) {
        return new PaymentOutcome.Unknown(cause, detail);
    }
}
