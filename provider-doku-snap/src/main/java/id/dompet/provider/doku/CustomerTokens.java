package id.dompet.provider.doku;

import id.dompet.model.Binding;
import id.dompet.model.DompetException.BindingUnusable;
import id.dompet.model.ProviderId;
import id.dompet.model.Secret;
import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.Credentials;
import java.util.Optional;

/**
 * Customers' tokens, one for each binding: from the refresh token while there is one, else from the
 * auth code, which DOKU takes again and again until the customer unlinks. A token is handed out
 * only to the binding and the customer it was fetched for.
 */
final class CustomerTokens {
    private static final String UNLINKED = "4017400";

    private final ProviderId id;
    private final Grants grants;
    private final Credentials credentials;
    private final TokenEndpoint endpoint;

    CustomerTokens(ProviderId id, Grants grants, Credentials credentials, TokenEndpoint endpoint) {
        this.id = id;
        this.grants = grants;
        this.credentials = credentials;
        this.endpoint = endpoint;
    }

    /**
     * A token with life left in it.
     *
     * @throws BindingUnusable with a code of DOKU's if the customer unlinked; without one if the
     *     store has nothing for this binding and this customer
     */
    HeldToken current(Call call, Binding binding) {
        Secret authCode = grants.require(binding);
        HeldToken token =
                HeldToken.current(
                        credentials,
                        call,
                        subject(binding),
                        (renewing, old) -> renew(renewing, binding, authCode, old));
        if (!Grants.isOf(token.credential(), binding.customerReference())) {
            throw new BindingUnusable(
                    id, "", "the stored token belongs to another customer than the binding");
        }
        return token;
    }

    private Credential renew(
            Call call, Binding binding, Secret authCode, Optional<Credential> old) {
        String owner = binding.customerReference();
        Optional<Secret> refreshToken =
                old.filter(token -> Grants.isOf(token, owner)).flatMap(Credential::refresh);
        Optional<Credential> renewed =
                refreshToken.flatMap(token -> endpoint.forRefreshToken(call, token, owner));
        return renewed.or(() -> endpoint.forAuthCode(call, authCode, owner))
                .orElseThrow(() -> unlinked(id));
    }

    static BindingUnusable unlinked(ProviderId id) {
        return new BindingUnusable(
                id,
                UNLINKED,
                "DOKU does not take the customer's auth code any more: the account was unlinked in"
                        + " the wallet; the customer must link again");
    }

    void refused(Binding binding, Credential token) {
        credentials.refused(subject(binding), token);
    }

    void put(Binding binding, Credential token) {
        credentials.put(subject(binding), token);
    }

    void forget(Binding binding) {
        credentials.forget(subject(binding));
    }

    private static String subject(Binding binding) {
        return "b2b2c-" + binding.id();
    }
}
