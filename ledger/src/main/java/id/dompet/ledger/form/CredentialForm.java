package id.dompet.ledger.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.model.Secret;
import id.dompet.spi.CredentialStore.Credential;
import java.time.Instant;

/** Credentials in their stored form, secrets included: to be encrypted before it goes anywhere. */
public final class CredentialForm {
    private static final int VERSION = 1;

    private CredentialForm() {}

    /** Everything about it. */
    public static String write(Credential credential) {
        ObjectNode form = Json.object();
        form.put("v", VERSION);
        form.put("value", credential.value().reveal());
        Json.put(form, "refresh", credential.refresh().map(Secret::reveal));
        Json.put(form, "expiresAt", credential.expiresAt());
        Json.put(form, "owner", credential.owner());
        return Json.write(form);
    }

    /** The credential that was written. */
    public static Credential read(String text) {
        JsonNode form = Json.read(text, VERSION);
        return new Credential(
                Secret.of(Json.text(form, "value")),
                Json.optional(form, "refresh").map(Secret::of),
                Json.optional(form, "expiresAt").map(Instant::parse),
                Json.optional(form, "owner"));
    }
}
