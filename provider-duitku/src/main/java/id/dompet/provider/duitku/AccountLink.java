package id.dompet.provider.duitku;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.DompetException;
import id.dompet.model.DompetException.CredentialsRefused;
import id.dompet.model.DompetException.InvalidRequest;
import id.dompet.model.DompetException.Unavailable;
import id.dompet.model.DompetException.Unsupported;
import id.dompet.model.UnknownCause;
import id.dompet.provider.duitku.AccountLinkReading.Coded;
import id.dompet.provider.duitku.AccountLinkReading.Open;
import id.dompet.spi.Call;
import id.dompet.spi.ProviderText;
import java.util.List;
import java.util.Optional;

/**
 * The account link calls and their answers (Account Link V1.1, sections 1 to 4 and 8). How a
 * business error travels is not documented, so its code is read whatever the HTTP status says;
 * success counts with HTTP 200 only.
 */
final class AccountLink {
    private final DuitkuConfig config;
    private final DuitkuHttp http;
    private final DuitkuJson json;

    AccountLink(DuitkuConfig config, DuitkuHttp http, DuitkuJson json) {
        this.config = config;
        this.http = http;
        this.json = json;
    }

    /** Sends a request that changes something. */
    AccountLinkReading change(Call call, String path, ObjectNode fields, List<String> sent) {
        return read(path, http.accountLink(call, path, Effect.CHANGES_STATE, fields), sent);
    }

    /**
     * Asks about a linked wallet.
     *
     * @return the answer; empty if the credential code is not valid, or not any more
     * @throws DompetException.Unavailable for every answer that says nothing
     */
    Optional<JsonObject> ask(Call call, String path, DuitkuChannel channel, String credential) {
        List<String> sent = List.of(credential);
        Answer answer = http.accountLink(call, path, Effect.NONE, linked(channel, credential));
        if (answer.status() == 429) {
            throw new DompetException.RateLimited(
                    config.id(), path + ": too many questions (HTTP 429)", answer.retryAfter());
        }
        AccountLinkReading reading = read(path, answer, sent);
        if (reading instanceof Coded coded) {
            return switch (coded.result().binding()) {
                case ACCEPTED -> Optional.of(coded.json());
                case BINDING_ENDED -> Optional.empty();
                case INVALID, CREDENTIALS, UNSUPPORTED -> throw refusal(path, coded);
                case REFUSED, UNKNOWN ->
                        throw new Unavailable(config.id(), describe(path, coded), null);
            };
        }
        throw new Unavailable(config.id(), ((Open) reading).detail(), null);
    }

    /** The body of every call about a linked wallet. */
    ObjectNode linked(DuitkuChannel channel, String credential) {
        return json.object().put("credentialCode", credential).put("channel", channel.code());
    }

    /** The exception for a verdict that says that nothing happened. */
    DompetException refusal(String path, Coded coded) {
        String code = coded.result().code();
        String message = describe(path, coded);
        return switch (coded.result().binding()) {
            case CREDENTIALS ->
                    new CredentialsRefused(
                            config.id(),
                            code,
                            message + "; check the settings merchant-code and the environment");
            case UNSUPPORTED ->
                    new Unsupported(
                            config.id(),
                            message
                                    + "; ask Duitku to activate the channel for this merchant code");
            default -> new InvalidRequest(config.id(), code, message);
        };
    }

    static String describe(String path, Coded coded) {
        DuitkuCodes.Result result = coded.result();
        return "%s: Duitku answered %s, %s%s"
                .formatted(
                        path,
                        result.code(),
                        result.meaning(),
                        ProviderText.inBrackets(coded.words()));
    }

    private AccountLinkReading read(String path, Answer answer, List<String> sent) {
        int status = answer.status();
        String words = ProviderWords.quote(answer.json(), config.hidden(sent));
        String http = path + ": HTTP " + status + ProviderText.inBrackets(words);
        // 401 is documented; 403 counts only in Duitku's own words, because any proxy may say it.
        if (status == 401 || (status == 403 && saysWrongSignature(answer))) {
            throw new CredentialsRefused(
                    config.id(),
                    Integer.toString(status),
                    http + "; check api-key and merchant-code");
        }
        if (status == 405) {
            throw new InvalidRequest(
                    config.id(),
                    "405",
                    http + ": not the right address; check account-link-base-url");
        }
        if (answer.isServerError()) {
            return new Open(UnknownCause.SERVER_ERROR, http);
        }
        Optional<String> code = answer.json().flatMap(body -> body.text("resultCode"));
        Optional<DuitkuCodes.Result> result = code.flatMap(DuitkuCodes.Result::of);
        if (result.isPresent() && answer.json().isPresent() && fits(result.get(), status)) {
            return new Coded(result.get(), answer.json().get(), words);
        }
        if (code.isPresent()) {
            return new Open(
                    UnknownCause.UNRECOGNISED_CODE,
                    http + ", code " + ProviderText.code(code.get()));
        }
        if (status == 400) {
            return new Open(UnknownCause.SERVER_ERROR, http + ", documented as unexpected error");
        }
        boolean readable = answer.json().isPresent() && status != 200;
        return new Open(
                readable ? UnknownCause.UNRECOGNISED_CODE : UnknownCause.UNREADABLE_ANSWER,
                http
                        + (readable ? "" : ", not an answer in the documented form")
                        + (status == 404 ? "; check the setting account-link-base-url" : ""));
    }

    private static boolean saysWrongSignature(Answer answer) {
        return answer.json()
                .flatMap(ProviderWords::raw)
                .flatMap(words -> DuitkuMessages.of(answer.status(), words))
                .filter(row -> row.meaning() == DuitkuMessages.Meaning.WRONG_SIGNATURE)
                .isPresent();
    }

    private static boolean fits(DuitkuCodes.Result result, int status) {
        boolean refusal = result != DuitkuCodes.Result.SUCCESS && status >= 400;
        return status == 200 || refusal;
    }
}
