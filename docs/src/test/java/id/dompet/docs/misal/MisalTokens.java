package id.dompet.docs.misal;

import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.Secret;
import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.Credentials;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.TimeSource;
import java.time.Instant;
import java.util.Map;

/** The merchant's token: fetched when it is needed, shared by every process of the merchant. */
final class MisalTokens {
    private static final String SUBJECT = "merchant-token";

    private final ProviderSettings settings;
    private final Credentials credentials;
    private final TimeSource time;

    MisalTokens(ProviderSettings settings, Credentials credentials, TimeSource time) {
        this.settings = settings;
        this.credentials = credentials;
        this.time = time;
    }

    /** A token with life left in it. Core lets one caller at a time fetch a new one. */
    Credential current(Call call) {
        return credentials.current(call, subject(), (own, old) -> fetch(own));
    }

    /** Misal refused this very token; another one that was fetched meanwhile is kept. */
    void refused(Credential token) {
        credentials.refused(subject(), token);
    }

    /** Send with the call that is handed in: it may not be the one of the operation. */
    private Credential fetch(Call own) {
        Instant asked = time.now(); // its life starts before the answer arrives
        Map<String, String> form =
                Map.of(
                        "client_id", settings.text("client-id"),
                        "client_secret", settings.secret("client-secret").reveal());
        MisalReply reply =
                MisalReply.of(
                        own.send(
                                MisalReply.form(
                                        settings.uri("base-url"), "/token", Effect.NONE, form)));
        String token = reply.field("token");
        if (!reply.code().equals("ok")
                || token.isEmpty()
                || !reply.field("expires_in").matches("[0-9]{1,6}")) {
            throw reply.refusal(settings.id());
        }
        long seconds = Long.parseLong(reply.field("expires_in"));
        return Credential.token(Secret.of(token), asked.plusSeconds(seconds));
    }

    /** A token belongs to one merchant at one address: with other settings it is another one. */
    private String subject() {
        return SUBJECT
                + "-"
                + settings.text("client-id")
                + "-"
                + settings.uri("base-url").getHost();
    }
}
