package id.dompet.provider.doku;

import static id.dompet.spi.ProviderText.inBrackets;

import id.dompet.http.HttpResponse;
import id.dompet.model.Decline;
import id.dompet.model.Decline.Reason;
import id.dompet.model.UnknownCause;
import id.dompet.spi.ProviderText;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * An answer, judged: by its {@code responseCode} where there is one, by the HTTP status where a
 * gateway answered in DOKU's place. What is not documented, and what contradicts itself, is {@link
 * Verdict#OPEN}.
 *
 * @param http the HTTP status code
 * @param verdict what it means
 * @param reason why, if it is a decline
 * @param code DOKU's code, or the HTTP status where there is none
 * @param words DOKU's words, fit to be quoted
 * @param json the body, if it is one readable JSON object
 * @param cause why nobody can say, where nobody can
 * @param detail for messages, without secrets
 * @param retryAfter how long to wait, if the answer says so
 */
record Reading(
        int http,
        Verdict verdict,
        Reason reason,
        String code,
        String words,
        Optional<JsonObject> json,
        UnknownCause cause,
        String detail,
        Optional<Duration> retryAfter) {

    static Reading of(
            SnapService service,
            HttpResponse response,
            SnapJson reader,
            Collection<String> hidden,
            Instant now) {
        Optional<JsonObject> json = reader.read(response.body());
        Optional<String> text = json.flatMap(object -> object.text("responseCode"));
        Optional<SnapCode> code = text.flatMap(SnapCode::of);
        Optional<SnapCase> row = code.flatMap(SnapCase::of);
        // What a success says in words is of no use to anybody.
        boolean success = row.filter(SnapCase.SUCCESSFUL::equals).isPresent();
        String words = success ? "" : ProviderWords.quote(json, hidden);
        // Joined, not formatted: this is done for every answer.
        String detail =
                service.label()
                        + ": HTTP "
                        + response.status()
                        + text.map(t -> ", responseCode " + shown(t, code)).orElse("")
                        + row.map(r -> ", " + r.meaning()).orElse("")
                        + inBrackets(words)
                        // A gateway's own 404: the other generation has other paths.
                        + (response.status() == 404 && text.isEmpty()
                                ? "; check the setting api"
                                : "");
        UnknownCause cause = cause(response.status(), text, row);
        return new Reading(
                response.status(),
                verdict(service, response.status(), text, code, row),
                row.map(r -> reason(r, words)).orElse(Reason.OTHER),
                code.map(SnapCode::toString).orElse(Integer.toString(response.status())),
                words,
                json,
                cause,
                detail,
                response.retryAfter(now));
    }

    /** One of the documented form is fit to be shown as it is. */
    private static String shown(String text, Optional<SnapCode> code) {
        return code.isPresent() ? text : ProviderText.code(text);
    }

    private static Verdict verdict(
            SnapService service,
            int http,
            Optional<String> text,
            Optional<SnapCode> code,
            Optional<SnapCase> row) {
        if (http >= 500 || http == 408) {
            return Verdict.OPEN;
        }
        if (http == 429) {
            return Verdict.LATER;
        }
        if (text.isEmpty()) {
            return http == 401 ? Verdict.CREDENTIALS : Verdict.OPEN;
        }
        if (code.isEmpty() || row.isEmpty()) {
            return Verdict.OPEN;
        }
        boolean unauthorized = code.get().status() == 401;
        // A refused token may be reported by the gate before the service.
        if (!unauthorized && !code.get().service().equals(service.code())) {
            return Verdict.OPEN;
        }
        return agrees(http, code.get().status()) ? row.get().verdict() : Verdict.OPEN;
    }

    /**
     * The HTTP status should be the code's. A success in any 2xx and a refusal in a 2xx or another
     * 4xx are seen; 409 repeats the first answer's body (developers.doku.com, idempotency request).
     */
    private static boolean agrees(int http, int status) {
        if (http == 401 || status == 401) {
            return http == status;
        }
        boolean success = http >= 200 && http < 300;
        return http == 409 || success || (status >= 400 && http >= 400);
    }

    private static UnknownCause cause(int http, Optional<String> text, Optional<SnapCase> row) {
        if (http >= 500 || http == 408 || http == 429) {
            return UnknownCause.SERVER_ERROR;
        }
        if (text.isEmpty()) {
            return UnknownCause.UNREADABLE_ANSWER;
        }
        boolean documented = row.filter(r -> r.verdict().next() == Verdict.Next.ASK).isPresent();
        return documented ? UnknownCause.SERVER_ERROR : UnknownCause.UNRECOGNISED_CODE;
    }

    /** What 403xx15 stands for is only in its words (bindings of OVO). */
    private static Reason reason(SnapCase row, String words) {
        return row == SnapCase.NOT_PERMITTED ? BindingWords.reason(words) : row.reason();
    }

    Decline decline() {
        return new Decline(reason, code, words);
    }

    /** Whether this is exactly the documented case, whatever its service. */
    boolean is(SnapCase row) {
        return verdict == row.verdict()
                && code.length() == 7
                && code.startsWith(Integer.toString(row.status()))
                && code.endsWith(row.caseCode());
    }
}
