package id.dompet.provider.duitku;

import static id.dompet.spi.ProviderText.inBrackets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.Decline;
import id.dompet.model.Decline.Reason;
import id.dompet.model.DompetException.CredentialsRefused;
import id.dompet.model.DompetException.RateLimited;
import id.dompet.model.DompetException.Unavailable;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.spi.Call;
import id.dompet.spi.ProviderText;
import id.dompet.spi.StatusPort;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Asks what became of a payment: Account Link V1.1, section 6; codes of docs.duitku.com, check
 * transaction. Sent as JSON, as the document and the official package do.
 */
final class DuitkuStatus implements StatusPort {
    private static final String PATH = "transactionStatus";

    private final DuitkuConfig config;
    private final DuitkuSigner signer;
    private final DuitkuJson json;
    private final DuitkuHttp http;

    DuitkuStatus(DuitkuConfig config, DuitkuSigner signer, DuitkuJson json, DuitkuHttp http) {
        this.config = config;
        this.signer = signer;
        this.json = json;
        this.http = http;
    }

    @Override
    public PaymentOutcome status(Call call, Payment payment) {
        String order = payment.reference();
        ObjectNode fields =
                json.object()
                        .put("merchantCode", config.merchantCode())
                        .put("merchantOrderId", order)
                        .put("signature", signer.status(config.scheme(), order));
        Answer answer = http.webApi(call, PATH, Effect.NONE, fields);
        return answer.status() == 200 && answer.json().isPresent()
                ? read(order, answer.json().get(), call.now())
                : error(answer, words(answer.json()));
    }

    private String words(Optional<JsonObject> json) {
        return ProviderWords.quote(json, config.hidden(List.of()));
    }

    private PaymentOutcome read(String order, JsonObject json, Instant now) {
        Optional<String> code = json.text("statusCode");
        Optional<String> about = json.text("merchantOrderId");
        if (code.isEmpty()) {
            return unreadable("the answer has no statusCode");
        }
        DuitkuCodes.Status status = DuitkuCodes.Status.of(code.get());
        if (status == DuitkuCodes.Status.UNDOCUMENTED) {
            return unknown(
                    UnknownCause.UNRECOGNISED_CODE,
                    "statusCode "
                            + ProviderText.code(code.get())
                            + inBrackets(words(Optional.of(json))));
        }
        if (about.isEmpty()) {
            return unreadable("the answer has no merchantOrderId");
        }
        if (!about.get().equals(order)) {
            return unknown(UnknownCause.REFERENCE_DIFFERS, "the answer is about another order");
        }
        Optional<String> reference = json.text("reference");
        return switch (status) {
            case PAID -> paid(json, reference, now);
            case PENDING -> new PaymentOutcome.Processing(reference);
            case NOT_COMPLETED ->
                    new PaymentOutcome.Declined(
                            new Decline(
                                    Reason.NOT_COMPLETED, code.get(), words(Optional.of(json))));
            case UNDOCUMENTED -> throw new IllegalStateException("handled above");
        };
    }

    private PaymentOutcome paid(JsonObject json, Optional<String> reference, Instant now) {
        try {
            Optional<Money> amount = json.rupiah("amount");
            return amount.isPresent()
                    ? new PaymentOutcome.Paid(reference, amount.get(), now)
                    : unreadable("paid, without an amount");
        } catch (JsonObject.Unreadable e) {
            return unreadable("the amount cannot be read");
        }
    }

    private PaymentOutcome error(Answer answer, String words) {
        int status = answer.status();
        String http = "HTTP " + status + inBrackets(words);
        String detail = PATH + ": " + http;
        Optional<String> raw = answer.json().flatMap(ProviderWords::raw);
        Optional<DuitkuMessages.Meaning> meaning =
                raw.flatMap(text -> DuitkuMessages.of(status, text)).map(DuitkuMessages::meaning);
        if (status == 401 || is(meaning, DuitkuMessages.Meaning.WRONG_SIGNATURE)) {
            throw new CredentialsRefused(
                    config.id(),
                    Integer.toString(status),
                    detail + "; check the settings api-key and signature-scheme");
        }
        if (is(meaning, DuitkuMessages.Meaning.MERCHANT_NOT_FOUND)) {
            throw new CredentialsRefused(
                    config.id(),
                    Integer.toString(status),
                    detail + "; check the settings merchant-code and the environment");
        }
        if (is(meaning, DuitkuMessages.Meaning.NOT_FOUND)) {
            return new PaymentOutcome.NotFound();
        }
        if (status == 429 || (status == 403 && raw.filter(DuitkuStatus::saysBlocked).isPresent())) {
            throw new RateLimited(
                    config.id(),
                    detail + "; Duitku blocks for about an hour who asks too often",
                    answer.retryAfter());
        }
        if (answer.isServerError()) {
            throw new Unavailable(config.id(), detail, null);
        }
        if (answer.json().isEmpty() || status < 400) {
            return unreadable(
                    http
                            + " is not an answer in the documented form"
                            + (status == 404 ? "; check the setting web-api-base-url" : ""));
        }
        return unknown(UnknownCause.UNRECOGNISED_CODE, http);
    }

    /** How a block is worded is not documented. */
    private static boolean saysBlocked(String words) {
        String text = words.toLowerCase(Locale.ROOT);
        return text.contains("block") || text.contains("too many") || text.contains("limit");
    }

    private static boolean is(
            Optional<DuitkuMessages.Meaning> meaning, DuitkuMessages.Meaning expected) {
        return meaning.filter(expected::equals).isPresent();
    }

    /** Not an exception, because core repeats those, and Duitku blocks who asks too often. */
    private static PaymentOutcome unreadable(String what) {
        return unknown(UnknownCause.UNREADABLE_ANSWER, what);
    }

    private static PaymentOutcome unknown(UnknownCause cause, String detail) {
        return new PaymentOutcome.Unknown(cause, PATH + ": " + detail);
    }
}
