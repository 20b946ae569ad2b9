package id.dompet.ledger.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.model.Decline;

/** Declines in their stored form, as part of an outcome's. */
final class DeclineForm {
    private DeclineForm() {}

    static void put(ObjectNode form, Decline decline) {
        form.put("reason", decline.reason().name());
        form.put("code", decline.providerCode());
        form.put("message", decline.providerMessage());
    }

    static Decline read(JsonNode form) {
        return new Decline(
                Decline.Reason.valueOf(Json.text(form, "reason")),
                Json.text(form, "code"),
                Json.text(form, "message"));
    }
}
