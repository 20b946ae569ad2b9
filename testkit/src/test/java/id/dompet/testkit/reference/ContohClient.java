package id.dompet.testkit.reference;

import id.dompet.http.HttpRequest;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.Binding;
import id.dompet.model.ProviderId;
import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.TimeSource;
import java.util.Map;
import java.util.Optional;

/**
 * Sends requests, with the tokens they need. An answer that refuses a token says that nothing was
 * done: it is followed by one new token of that kind and one more request.
 */
public final class ContohClient {
    private final ContohConfig config;
    private final ContohTokens tokens;
    private final ContohSigner signer;
    private final TimeSource time;
    private final Hooks hooks;

    ContohClient(
            ContohConfig config,
            ContohTokens tokens,
            ContohSigner signer,
            TimeSource time,
            Hooks hooks) {
        this.config = config;
        this.tokens = tokens;
        this.signer = signer;
        this.time = time;
        this.hooks = hooks;
    }

    /** The instance's name, for outcomes and exceptions. */
    public ProviderId id() {
        return config.id();
    }

    /** Sends with the merchant's token. */
    public Answer ask(Call call, String path, Effect effect, Map<String, String> fields) {
        return send(call, path, effect, fields, Optional.empty());
    }

    /**
     * Sends with the merchant's token, and with the customer's if it is about a binding.
     *
     * @throws id.dompet.model.DompetException if a token cannot be had or the merchant is refused
     */
    public Answer send(
            Call call,
            String path,
            Effect effect,
            Map<String, String> fields,
            Optional<Binding> binding) {
        boolean merchantRenewed = false;
        boolean customerRenewed = false;
        while (true) {
            Credential merchant =
                    tokens.merchant(
                            call, own -> post(own, "/token", Effect.NONE, Map.of(), Map.of()));
            Optional<Credential> customer = binding.map(of -> customerToken(call, of));
            Answer answer = post(call, path, effect, fields, headers(merchant, customer));
            if (answer.refuses("90")) {
                tokens.merchantRefused(merchant);
                if (merchantRenewed) {
                    throw answer.refusal(id());
                }
                merchantRenewed = true;
            } else if (answer.refuses("92") && customer.isPresent()) {
                tokens.customerRefused(binding.orElseThrow(), customer.get());
                if (customerRenewed) {
                    throw answer.refusal(id());
                }
                customerRenewed = true;
            } else if (answer.refuses("91") || answer.refuses("92")) {
                throw answer.refusal(id());
            } else {
                return answer;
            }
        }
    }

    private Credential customerToken(Call call, Binding binding) {
        return tokens.customer(
                call,
                binding,
                (own, credential) ->
                        ask(
                                own,
                                "/customer-token",
                                Effect.NONE,
                                Map.of("credential", credential.reveal())));
    }

    private static Map<String, String> headers(Credential merchant, Optional<Credential> customer) {
        String bearer = "Bearer " + merchant.value().reveal();
        return customer.map(
                        token ->
                                Map.of(
                                        "Authorization",
                                        bearer,
                                        "X-Customer-Token",
                                        token.value().reveal()))
                .orElse(Map.of("Authorization", bearer));
    }

    private Answer post(
            Call call,
            String path,
            Effect effect,
            Map<String, String> fields,
            Map<String, String> headers) {
        HttpRequest request =
                HttpRequest.post(
                        config.address(path), effect, "application/json", Fields.write(fields));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            request = request.withHeader(header.getKey(), header.getValue());
        }
        HttpRequest signed = signer.sign(hooks.unsigned(request), hooks.now(time.now()));
        return new Answer(path, hooks.send(call, signed));
    }
}
