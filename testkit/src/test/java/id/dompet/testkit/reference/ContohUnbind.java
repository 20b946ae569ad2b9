package id.dompet.testkit.reference;

import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.Binding;
import id.dompet.model.Secret;
import id.dompet.model.UnbindOutcome;
import id.dompet.spi.Call;
import id.dompet.spi.UnbindPort;
import java.util.Map;
import java.util.Optional;

/** Ends links. A credential that is not stored any more was removed by an earlier unbinding. */
final class ContohUnbind implements UnbindPort {
    private final ContohClient client;
    private final ContohTokens tokens;

    ContohUnbind(ContohClient client, ContohTokens tokens) {
        this.client = client;
        this.tokens = tokens;
    }

    @Override
    public UnbindOutcome unbind(Call call, Binding binding) {
        Optional<Secret> credential = tokens.find(binding);
        if (credential.isEmpty()) {
            return ended(binding);
        }
        Answer answer =
                client.ask(
                        call,
                        "/unlink",
                        Effect.CHANGES_STATE,
                        Map.of("credential", credential.get().reveal()));
        return switch (answer.code()) {
            case "00", "12" -> ended(binding);
            default -> new UnbindOutcome.Unknown(answer.cause(), answer.detail());
        };
    }

    private UnbindOutcome ended(Binding binding) {
        tokens.forget(binding);
        return new UnbindOutcome.Unbound();
    }
}
