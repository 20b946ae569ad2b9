package id.dompet.testkit.reference;

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

/** What Contoh answered. Only a documented code under its documented HTTP status has a meaning. */
public final class Answer {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    private static final int TIMEOUT = 408;

    private final String path;
    private final HttpResponse response;
    private final Optional<Fields> fields;

    Answer(String path, HttpResponse response) {
        this.path = path;
        this.response = response;
        this.fields = Fields.read(response.body());
    }

    /** The code of an answer that can be believed; empty text for every other. */
    public String code() {
        return response.status() == OK ? anyCode() : "";
    }

    private String anyCode() {
        return fields.flatMap(object -> object.text("code")).orElse("");
    }

    /** Whether it refuses the request before anything was done, with this code. */
    boolean refuses(String code) {
        return response.status() == UNAUTHORIZED && anyCode().equals(code);
    }

    /** A field; empty if there is no readable answer. */
    public Optional<String> text(String field) {
        return fields.flatMap(object -> object.text(field));
    }

    /** Its fields; to be asked only when there is a code. */
    public Fields fields() {
        return fields.orElseThrow();
    }

    /** Whether a field names exactly this. */
    boolean isAbout(String field, String expected) {
        return text(field).filter(expected::equals).isPresent();
    }

    /** Why nobody can say what happened. */
    UnknownCause cause() {
        int status = response.status();
        if (status >= 500 || status == TIMEOUT || status == TOO_MANY) {
            return UnknownCause.SERVER_ERROR;
        }
        return anyCode().isEmpty()
                ? UnknownCause.UNREADABLE_ANSWER
                : UnknownCause.UNRECOGNISED_CODE;
    }

    /** Whether it has a code of its own that no document mentions, at least not here. */
    boolean isUndocumented() {
        return cause() == UnknownCause.UNRECOGNISED_CODE;
    }

    /** For messages, without anything that could be a secret. */
    String detail() {
        String code = anyCode();
        return path
                + ": HTTP "
                + response.status()
                + (code.isEmpty() ? " without a code" : ", code " + ProviderText.code(code));
    }

    /** The exception for a question that this does not answer, or a request it refuses. */
    DompetException refusal(ProviderId id) {
        if (refuses("90") || refuses("91")) {
            return new CredentialsRefused(
                    id, anyCode(), detail() + "; check merchant-id, secret-key and the clock");
        }
        return response.status() == TOO_MANY
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
