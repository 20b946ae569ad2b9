package id.dompet.docs.umpama;

import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.DompetException.InvalidRequest;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.spi.Call;
import id.dompet.spi.PayPort;
import id.dompet.spi.StatusPort;
import java.util.Map;
import java.util.Optional;

/** Charges linked wallets by a push to the customer's app, and asks what became of it. */
final class UmpamaPayments implements PayPort, StatusPort {
    private final UmpamaClient client;
    private final UmpamaLinks links;

    UmpamaPayments(UmpamaClient client, UmpamaLinks links) {
        this.client = client;
        this.links = links;
    }

    @Override
    public PaymentOutcome pay(Call call, Payment payment) {
        UmpamaAnswer answer = client.send(call, "/v1/pushes", Effect.CHANGES_STATE, form(payment));
        return switch (answer.result()) {
            case "pushed" -> aboutThis(payment, answer, processing(answer));
            case "duplicate_ref" -> status(call, payment);
            default ->
                    UmpamaResults.declined(answer.result())
                            .orElseGet(() -> unknown(answer.cause(), answer.detail()));
        };
    }

    /** What Umpama cannot do is refused before anything is sent. */
    private Map<String, String> form(Payment payment) {
        Money amount = payment.amount();
        if (!amount.currency().getCurrencyCode().equals("IDR") || !amount.isWhole()) {
            throw new InvalidRequest(client.id(), "Umpama takes whole rupiah only");
        }
        if (payment.points().isPresent() || payment.voucher().isPresent()) {
            throw new InvalidRequest(client.id(), "Umpama takes neither points nor vouchers");
        }
        return Map.of(
                "ref", payment.reference(),
                "link", links.require(payment.binding().orElseThrow()),
                "amount", Long.toString(amount.wholeUnits()),
                "currency", "IDR",
                "note", payment.description());
    }

    @Override
    public PaymentOutcome status(Call call, Payment payment) {
        UmpamaAnswer answer =
                client.send(
                        call, "/v1/pushes/get", Effect.NONE, Map.of("ref", payment.reference()));
        if (answer.result().equals("ref_unknown")) {
            return new PaymentOutcome.NotFound();
        }
        if (answer.result().isEmpty()) {
            throw answer.refusal(client.id());
        }
        PaymentOutcome outcome = UmpamaResults.of(answer.fields(), call.now());
        return outcome instanceof PaymentOutcome.Unknown
                ? outcome
                : aboutThis(payment, answer, outcome);
    }

    private static PaymentOutcome processing(UmpamaAnswer answer) {
        return new PaymentOutcome.Processing(answer.text("id"));
    }

    /** The outcome, if the answer names this payment and this amount. */
    private static PaymentOutcome aboutThis(
            Payment payment, UmpamaAnswer answer, PaymentOutcome outcome) {
        if (!answer.isAbout(payment.reference())) {
            return unknown(UnknownCause.REFERENCE_DIFFERS, "the answer is about another payment");
        }
        return answer.fields().amount().equals(Optional.of(payment.amount()))
                ? outcome
                : unknown(UnknownCause.AMOUNT_DIFFERS, "the answer is about another amount");
    }

    private static PaymentOutcome unknown(UnknownCause cause, String detail) {
        return new PaymentOutcome.Unknown(cause, detail);
    }
}
