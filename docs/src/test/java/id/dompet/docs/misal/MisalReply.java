package id.dompet.docs.misal;

import id.dompet.http.Body;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.http.HttpResponse;
import id.dompet.http.Parameters;
import id.dompet.model.DompetException;
import id.dompet.model.Money;
import id.dompet.model.ProviderId;
import id.dompet.model.UnknownCause;
import id.dompet.spi.ProviderText;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** What Misal answered: a form. */
record MisalReply(int status, Map<String, String> fields) {

    static MisalReply of(HttpResponse response) {
        try {
            return new MisalReply(response.status(), Parameters.read(response.body().text()));
        } catch (Parameters.Unreadable e) {
            return new MisalReply(response.status(), Map.of());
        }
    }

    static HttpRequest form(URI base, String path, Effect effect, Map<String, String> fields) {
        return HttpRequest.post(
                URI.create(base.toString().replaceAll("/+$", "") + path),
                effect,
                "application/x-www-form-urlencoded",
                Body.utf8(Parameters.write(fields)));
    }

    String code() {
        return status == 200 ? field("code") : "";
    }

    /** Misal refused the token and did nothing. */
    boolean refusesToken() {
        return status == 401 && field("code").equals("token_refused");
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    Optional<Money> amount() {
        try {
            return Optional.of(Money.of(field("amount"), field("currency")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    UnknownCause cause() {
        if (status >= 500 || status == 408 || status == 429) {
            return UnknownCause.SERVER_ERROR;
        }
        return code().isEmpty() ? UnknownCause.UNREADABLE_ANSWER : UnknownCause.UNRECOGNISED_CODE;
    }

    String detail() {
        return "HTTP " + status + ", code " + ProviderText.code(field("code"));
    }

    /** The exception for a question that this does not answer. */
    DompetException refusal(ProviderId id) {
        return refusesToken() || (status == 401 && field("code").equals("client_refused"))
                ? new DompetException.CredentialsRefused(
                        id, field("code"), detail() + "; check client-id and client-secret")
                : new DompetException.Unavailable(id, detail(), null);
    }

    /** A record prints its parts, and these may be secret. */
    @Override
    public String toString() {
        return detail();
    }
}
