package id.dompet.docs.misal;

import id.dompet.http.HttpRequest;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.ProviderId;
import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.ProviderSettings;
import java.util.Map;

/** Sends with a token, and once more with a new one if Misal refuses the first. */
final class MisalClient {
    private final ProviderSettings settings;
    private final MisalTokens tokens;

    MisalClient(ProviderSettings settings, MisalTokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    ProviderId id() {
        return settings.id();
    }

    // snippet: send
    MisalReply send(Call call, String path, Effect effect, Map<String, String> form) {
        HttpRequest request = MisalReply.form(settings.uri("base-url"), path, effect, form);
        Credential token = tokens.current(call);
        MisalReply reply = sendWith(token, call, request);
        if (reply.refusesToken()) {
            tokens.refused(token);
            token = tokens.current(call);
            reply = sendWith(token, call, request);
        }
        if (reply.refusesToken()) {
            tokens.refused(token);
            throw reply.refusal(settings.id());
        }
        return reply;
    }

    private static MisalReply sendWith(Credential token, Call call, HttpRequest request) {
        String bearer = "Bearer " + token.value().reveal();
        return MisalReply.of(call.send(request.withHeader("Authorization", bearer)));
    }
    // end
}
