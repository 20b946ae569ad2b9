package id.dompet.ledger.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.UnknownCause;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Outcomes in their stored form. */
public final class OutcomeForm {
    private static final int VERSION = 1;

    private OutcomeForm() {}

    /** Everything about it. An outcome that waits for the customer contains a one-time page. */
    public static String write(PaymentOutcome outcome) {
        ObjectNode form = Json.object();
        form.put("v", VERSION);
        form.put("state", outcome.state().name());
        if (outcome instanceof PaymentOutcome.Paid paid) {
            Json.put(form, "providerReference", paid.providerReference());
            form.set("amount", Json.of(paid.amount()));
            form.put("at", paid.at().toString());
        } else if (outcome instanceof PaymentOutcome.AwaitingCustomer awaiting) {
            form.put("action", awaiting.action().toString());
            Json.put(form, "until", awaiting.until());
            Json.put(form, "providerReference", awaiting.providerReference());
        } else if (outcome instanceof PaymentOutcome.Processing processing) {
            Json.put(form, "providerReference", processing.providerReference());
        } else if (outcome instanceof PaymentOutcome.Declined declined) {
            DeclineForm.put(form, declined.decline());
        } else if (outcome instanceof PaymentOutcome.Reversed reversed) {
            Json.put(form, "providerReference", reversed.providerReference());
            form.set("amount", Json.of(reversed.amount()));
        } else if (outcome instanceof PaymentOutcome.Unknown unknown) {
            form.put("cause", unknown.cause().name());
            form.put("detail", unknown.detail());
        }
        return Json.write(form);
    }

    /** The outcome that was written. */
    public static PaymentOutcome read(String text) {
        JsonNode form = Json.read(text, VERSION);
        Optional<String> providerReference = Json.optional(form, "providerReference");
        return switch (PaymentOutcome.State.valueOf(Json.text(form, "state"))) {
            case PAID ->
                    new PaymentOutcome.Paid(
                            providerReference,
                            Json.money(form, "amount"),
                            Json.instant(form, "at"));
            case AWAITING_CUSTOMER ->
                    new PaymentOutcome.AwaitingCustomer(
                            URI.create(Json.text(form, "action")),
                            Json.optional(form, "until").map(Instant::parse),
                            providerReference);
            case PROCESSING -> new PaymentOutcome.Processing(providerReference);
            case DECLINED -> new PaymentOutcome.Declined(DeclineForm.read(form));
            case REVERSED ->
                    new PaymentOutcome.Reversed(providerReference, Json.money(form, "amount"));
            case NOT_FOUND -> new PaymentOutcome.NotFound();
            case UNKNOWN ->
                    new PaymentOutcome.Unknown(
                            UnknownCause.valueOf(Json.text(form, "cause")),
                            Json.text(form, "detail"));
        };
    }
}
