package id.dompet.ledger.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.model.Binding;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;

/** Links in their stored form, as part of a payment's. */
final class BindingForm {
    private BindingForm() {}

    static ObjectNode of(Binding binding) {
        return Json.object()
                .put("id", binding.id())
                .put("provider", binding.provider().value())
                .put("wallet", binding.wallet().code())
                .put("customer", binding.customerReference())
                .put("boundAt", binding.boundAt().toString());
    }

    static Binding read(JsonNode form) {
        return new Binding(
                Json.text(form, "id"),
                new ProviderId(Json.text(form, "provider")),
                new Wallet(Json.text(form, "wallet")),
                Json.text(form, "customer"),
                Json.instant(form, "boundAt"));
    }
}
