package id.dompet.ledger.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.model.RefundOutcome;
import id.dompet.model.UnknownCause;

/** Outcomes of refunds in their stored form. */
public final class RefundOutcomeForm {
    private static final int VERSION = 1;

    private RefundOutcomeForm() {}

    /** Everything about it. */
    public static String write(RefundOutcome outcome) {
        ObjectNode form = Json.object();
        form.put("v", VERSION);
        form.put("state", outcome.state().name());
        if (outcome instanceof RefundOutcome.Refunded refunded) {
            form.put("providerReference", refunded.providerReference());
            form.set("amount", Json.of(refunded.amount()));
            form.put("at", refunded.at().toString());
        } else if (outcome instanceof RefundOutcome.Processing processing) {
            Json.put(form, "providerReference", processing.providerReference());
        } else if (outcome instanceof RefundOutcome.Declined declined) {
            DeclineForm.put(form, declined.decline());
        } else if (outcome instanceof RefundOutcome.Unknown unknown) {
            form.put("cause", unknown.cause().name());
            form.put("detail", unknown.detail());
        }
        return Json.write(form);
    }

    /** The outcome that was written. */
    public static RefundOutcome read(String text) {
        JsonNode form = Json.read(text, VERSION);
        return switch (RefundOutcome.State.valueOf(Json.text(form, "state"))) {
            case REFUNDED ->
                    new RefundOutcome.Refunded(
                            Json.text(form, "providerReference"),
                            Json.money(form, "amount"),
                            Json.instant(form, "at"));
            case PROCESSING ->
                    new RefundOutcome.Processing(Json.optional(form, "providerReference"));
            case DECLINED -> new RefundOutcome.Declined(DeclineForm.read(form));
            case NOT_FOUND -> new RefundOutcome.NotFound();
            case UNKNOWN ->
                    new RefundOutcome.Unknown(
                            UnknownCause.valueOf(Json.text(form, "cause")),
                            Json.text(form, "detail"));
        };
    }
}
