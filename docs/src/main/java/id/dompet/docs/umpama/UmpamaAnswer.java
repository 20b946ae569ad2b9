package id.dompet.docs.umpama;

import id.dompet.http.HttpResponse;
import id.dompet.model.DompetException;
import id.dompet.model.DompetException.CredentialsRefused;
import id.dompet.model.DompetException.RateLimited;
import id.dompet.model.DompetException.Unavailable;
import id.dompet.model.ProviderId;
import id.dompet.model.UnknownCause;
import id.dompet.spi.ProviderText;
import java.time.Duration;
import java.util.Optional;

/** What Umpama answered: the HTTP status counts first, then the format, then the result. */
final class UmpamaAnswer {
    private final String path;
    private final HttpResponse response;
    private final Optional<UmpamaFields> fields;

    UmpamaAnswer(String path, HttpResponse response) {
        this.path = path;
        this.response = response;
        this.fields = UmpamaFields.read(response.body());
    }

    /** The result of an answer that can be believed; empty text for every other. */
    String result() {
        return response.status() == 200 || response.status() == 422 ? word() : "";
    }

    /** The merchant itself was refused: nothing was carried out. */
    boolean refusesMerchant() {
        return response.status() == 401
                && switch (word()) {
                    case "merchant_unknown", "signature_refused", "time_refused", "nonce_used" ->
                            true;
                    default -> false;
                };
    }

    private String word() {
        return text("result").orElse("");
    }

    Optional<String> text(String field) {
        return fields.flatMap(object -> object.text(field));
    }

    /** To be asked only when there is a result. */
    UmpamaFields fields() {
        return fields.orElseThrow();
    }

    boolean isAbout(String reference) {
        return text("ref").filter(reference::equals).isPresent();
    }

    /** Why nobody can say what happened. */
    UnknownCause cause() {
        int status = response.status();
        if (status >= 500 || status == 408 || status == 429) {
            return UnknownCause.SERVER_ERROR;
        }
        return word().isEmpty() ? UnknownCause.UNREADABLE_ANSWER : UnknownCause.UNRECOGNISED_CODE;
    }

    /** For messages; quotes nothing that could be a secret. */
    String detail() {
        String result = word().isEmpty() ? "no result" : "result " + ProviderText.code(word());
        return path + ": HTTP " + response.status() + ", " + result;
    }

    /** The exception for a question that this does not answer. */
    DompetException refusal(ProviderId id) {
        if (refusesMerchant()) {
            return new CredentialsRefused(
                    id, word(), detail() + "; check merchant-id, api-key and the machine's clock");
        }
        return response.status() == 429
                ? new RateLimited(id, detail(), retryAfter())
                : new Unavailable(id, detail(), null);
    }

    private Optional<Duration> retryAfter() {
        return response.header("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    @Override
    public String toString() {
        return detail();
    }
}
