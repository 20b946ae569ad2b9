package id.dompet.ledger.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.model.BindAttempt;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import java.net.URI;

/** Attempts to link in their stored form. */
public final class AttemptForm {
    private static final int VERSION = 1;

    private AttemptForm() {}

    /** Everything about it, its nonce included. */
    public static String write(BindAttempt attempt) {
        ObjectNode form = Json.object();
        form.put("v", VERSION);
        form.put("reference", attempt.reference());
        form.put("provider", attempt.provider().value());
        form.put("wallet", attempt.wallet().code());
        form.set("customer", PaymentForm.CustomerForm.of(attempt.customer()));
        form.put("nonce", attempt.nonce());
        form.put("returnUrl", attempt.returnUrl().toString());
        Json.put(form, "failureUrl", attempt.failureUrl());
        form.put("startedAt", attempt.startedAt().toString());
        form.put("until", attempt.until().toString());
        return Json.write(form);
    }

    /** The attempt that was written. */
    public static BindAttempt read(String text) {
        JsonNode form = Json.read(text, VERSION);
        return new BindAttempt(
                Json.text(form, "reference"),
                new ProviderId(Json.text(form, "provider")),
                new Wallet(Json.text(form, "wallet")),
                PaymentForm.CustomerForm.read(form.path("customer")),
                Json.text(form, "nonce"),
                URI.create(Json.text(form, "returnUrl")),
                Json.optionalUri(form, "failureUrl"),
                Json.instant(form, "startedAt"),
                Json.instant(form, "until"));
    }
}
