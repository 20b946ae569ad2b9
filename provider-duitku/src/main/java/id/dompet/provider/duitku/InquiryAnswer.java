package id.dompet.provider.duitku;

import static id.dompet.spi.ProviderText.inBrackets;

import id.dompet.model.Decline;
import id.dompet.model.Decline.Reason;
import id.dompet.model.DompetException.CredentialsRefused;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.provider.duitku.DuitkuCodes.Result;
import id.dompet.spi.Pages;
import id.dompet.spi.ProviderText;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Decides what an answer to an inquiry means: Account Link V1.1, sections 5 and 8; docs.duitku.com,
 * HTTP codes. Only what is documented, and leaves nothing open, is final.
 */
final class InquiryAnswer {
    private final DuitkuConfig config;

    InquiryAnswer(DuitkuConfig config) {
        this.config = config;
    }

    PaymentOutcome read(
            Payment payment,
            DuitkuChannel channel,
            Answer answer,
            Collection<String> sent,
            Instant now) {
        // What a success says in words is of no use to anybody.
        boolean success = answer.status() == 200 && isSuccess(answer);
        String words = success ? "" : ProviderWords.quote(answer.json(), config.hidden(sent));
        String http = "inquiry: HTTP " + answer.status() + inBrackets(words);
        if (answer.status() == 401) {
            throw wrongSignature(answer.status(), http);
        }
        if (answer.isServerError()) {
            return unknown(UnknownCause.SERVER_ERROR, http);
        }
        if (answer.json().isEmpty() || answer.status() < 200 || answer.status() / 100 == 3) {
            return unknown(
                    UnknownCause.UNREADABLE_ANSWER,
                    http
                            + ", not an answer in the documented form"
                            + (answer.status() == 404
                                    ? "; check the setting web-api-base-url"
                                    : ""));
        }
        JsonObject json = answer.json().get();
        if (answer.status() >= 400) {
            Optional<DuitkuMessages> row =
                    ProviderWords.raw(json).flatMap(raw -> DuitkuMessages.of(answer.status(), raw));
            if (row.isPresent()) {
                return error(row.get(), words, http);
            }
        }
        return coded(payment, channel, answer.status(), json, words, now);
    }

    private static boolean isSuccess(Answer answer) {
        return answer.json()
                .flatMap(json -> json.text("statusCode"))
                .flatMap(Result::of)
                .filter(Result.SUCCESS::equals)
                .isPresent();
    }

    private PaymentOutcome error(DuitkuMessages row, String words, String http) {
        String code = Integer.toString(row.status());
        return switch (row.meaning()) {
            case WRONG_SIGNATURE -> throw wrongSignature(row.status(), http);
            case AMOUNT -> declined(Reason.AMOUNT_NOT_ALLOWED, code, words);
            case REFUSED -> declined(Reason.OTHER, code, words);
            case MERCHANT_NOT_FOUND ->
                    declined(Reason.OTHER, code, words + "; check the setting merchant-code");
            // An earlier inquiry with this reference exists, and may be the one that is paid.
            case OTHER_AMOUNT -> unknown(UnknownCause.AMOUNT_DIFFERS, http);
            case IN_PROGRESS -> unknown(UnknownCause.UNRECOGNISED_CODE, http);
            case NOT_FOUND -> unknown(UnknownCause.UNRECOGNISED_CODE, http);
        };
    }

    private PaymentOutcome coded(
            Payment payment,
            DuitkuChannel channel,
            int status,
            JsonObject json,
            String words,
            Instant now) {
        // Account link calls say resultCode, the inquiry says statusCode (sections 1 and 5).
        Optional<String> code = json.text("statusCode");
        Optional<Result> result = code.flatMap(Result::of);
        String http = "inquiry: HTTP " + status + inBrackets(words);
        if (code.isEmpty() && status == 200) {
            return unknown(UnknownCause.UNREADABLE_ANSWER, http + ", without a statusCode");
        }
        boolean refusalInError =
                status >= 400 && result.filter(r -> r != Result.SUCCESS).isPresent();
        if (result.isEmpty() || (status != 200 && !refusalInError)) {
            String shown = code.map(ProviderText::code).orElse("missing");
            return unknown(UnknownCause.UNRECOGNISED_CODE, http + ", statusCode " + shown);
        }
        return switch (result.get().inquiry()) {
            case ACCEPTED -> accepted(payment, channel, json, now);
            case REFUSED ->
                    declined(
                            result.get().reason(),
                            result.get().code(),
                            words.isEmpty() ? result.get().meaning() : words);
            case INVALID, CREDENTIALS, UNSUPPORTED, BINDING_ENDED, UNKNOWN ->
                    unknown(
                            UnknownCause.SERVER_ERROR,
                            "%s, statusCode %s, %s"
                                    .formatted(http, result.get().code(), result.get().meaning()));
        };
    }

    /** {@code 00} means accepted, never paid. */
    private PaymentOutcome accepted(
            Payment payment, DuitkuChannel channel, JsonObject json, Instant now) {
        if (json.text("merchantCode").filter(c -> !c.equals(config.merchantCode())).isPresent()) {
            return unknown(
                    UnknownCause.REFERENCE_DIFFERS,
                    "inquiry: the answer is about another merchant code");
        }
        Optional<Money> amount;
        try {
            amount = json.rupiah("amount");
        } catch (JsonObject.Unreadable e) {
            return unknown(UnknownCause.UNREADABLE_ANSWER, "inquiry: the amount cannot be read");
        }
        if (amount.filter(a -> !a.equals(payment.amount())).isPresent()) {
            return unknown(
                    UnknownCause.AMOUNT_DIFFERS,
                    "inquiry: the answer says %s, the payment is %s"
                            .formatted(amount.get(), payment.amount()));
        }
        Optional<String> reference = json.text("reference");
        Optional<String> page = json.text("paymentUrl");
        if (page.isEmpty()) {
            // "When using PIN verification", says the document: without it there is no page.
            return new PaymentOutcome.Processing(reference);
        }
        Optional<URI> action = Pages.safe(page.get());
        return action.isPresent()
                ? new PaymentOutcome.AwaitingCustomer(
                        action.get(), Optional.of(now.plus(channel.customerWindow())), reference)
                : unknown(
                        UnknownCause.UNREADABLE_ANSWER,
                        "inquiry: accepted, with a paymentUrl that cannot be opened safely");
    }

    private CredentialsRefused wrongSignature(int status, String http) {
        return new CredentialsRefused(
                config.id(),
                Integer.toString(status),
                http + "; check the settings api-key and signature-scheme");
    }

    private static PaymentOutcome declined(Reason reason, String code, String words) {
        return new PaymentOutcome.Declined(new Decline(reason, code, words));
    }

    private static PaymentOutcome unknown(UnknownCause cause, String detail) {
        return new PaymentOutcome.Unknown(cause, detail);
    }
}
