package id.dompet.provider.duitku;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.dompet.http.Body;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.Decline;
import id.dompet.model.Decline.Reason;
import id.dompet.model.Money;
import id.dompet.model.Notification;
import id.dompet.model.Notification.Event.PaymentReported;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.sign.Digest;
import id.dompet.spi.Call;
import id.dompet.spi.NotifyPort;
import id.dompet.spi.ProviderText;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Understands Duitku's callbacks: docs.duitku.com, callback. Anything but HTTP 200 makes Duitku
 * deliver again, five times in all.
 *
 * <p>The signature covers merchant code, amount and order, and of these only their sequence of
 * characters. It does not cover the result, so every event says {@code signed = false}.
 */
final class DuitkuNotifications implements NotifyPort {
    /** The field that tells, in transition, which scheme a callback was signed with. */
    static final String SCHEME_FIELD = "dompet.signature-scheme";

    private static final Logger LOG = LoggerFactory.getLogger(DuitkuNotifications.class);
    private static final int ID_CHARACTERS = 40;

    private final DuitkuConfig config;
    private final CallbackVerifier verifier;

    DuitkuNotifications(DuitkuConfig config, CallbackVerifier verifier) {
        this.config = config;
        this.verifier = verifier;
    }

    @Override
    public Notification open(Call call, InboundRequest inbound) {
        if (!inbound.method().equals("POST")) {
            Map<String, String> headers = Map.of("Content-Type", "text/plain", "Allow", "POST");
            return new Notification.Rejected(
                    "callbacks are posted",
                    new HttpResponse(405, headers, Body.utf8("Method Not Allowed")));
        }
        if (!config.sources().allows(inbound)) {
            return rejected(403, "Forbidden", "the sender's address is not in callback-sources");
        }
        CallbackForm form;
        try {
            form = CallbackForm.of(inbound);
        } catch (CallbackForm.Malformed e) {
            return rejected(400, "Bad Request", e.why());
        }
        if (!form.field(CallbackForm.MERCHANT_CODE).equals(config.merchantCode())) {
            return rejected(404, "Not Found", "the callback is for another merchant code");
        }
        Optional<SignatureScheme> scheme =
                verifier.matching(
                        form.field(CallbackForm.AMOUNT),
                        form.field(CallbackForm.ORDER),
                        form.field(CallbackForm.SIGNATURE));
        return scheme.isPresent()
                ? verified(form, scheme.get(), call.now())
                : rejected(
                        401,
                        "Unauthorized",
                        "the signature does not match; check api-key, signature-scheme and"
                                + " callback-signatures");
    }

    private Notification verified(CallbackForm form, SignatureScheme scheme, Instant now) {
        Map<String, String> fields = new LinkedHashMap<>(form.all());
        fields.remove(CallbackForm.SIGNATURE);
        fields.remove(SCHEME_FIELD); // ours, whoever sends one
        if (verifier.isTransition()) {
            fields.put(SCHEME_FIELD, scheme.setting());
            LOG.info("{}: a callback is signed with {}", config.id(), scheme.setting());
        }
        PaymentReported event =
                new PaymentReported(
                        config.id(),
                        eventId(form),
                        form.field(CallbackForm.ORDER),
                        Optional.of(amount(form)),
                        reported(form, now),
                        false);
        return new Notification.Verified(
                event, reply(200, "OK"), reply(503, "Service Unavailable"), fields);
    }

    private static PaymentOutcome reported(CallbackForm form, Instant now) {
        String code = form.field("resultCode");
        return switch (DuitkuCodes.Callback.of(code)) {
            case PAID ->
                    new PaymentOutcome.Paid(
                            Optional.of(form.field("reference")).filter(text -> !text.isBlank()),
                            amount(form),
                            now);
            case FAILED -> new PaymentOutcome.Declined(new Decline(Reason.NOT_COMPLETED, code, ""));
            case UNDOCUMENTED ->
                    new PaymentOutcome.Unknown(
                            UnknownCause.UNRECOGNISED_CODE,
                            "callback: resultCode " + ProviderText.code(code));
        };
    }

    private static Money amount(CallbackForm form) {
        return Money.of(form.field(CallbackForm.AMOUNT), "IDR");
    }

    /** The same for every delivery: Duitku repeats a callback as it was. */
    private static String eventId(CallbackForm form) {
        StringBuilder parts = new StringBuilder();
        for (String name :
                new String[] {CallbackForm.ORDER, "resultCode", "reference", "publisherOrderId"}) {
            String value = form.field(name);
            parts.append(value.length()).append(':').append(value);
        }
        String hash = Digest.SHA_256.hex(parts.toString().getBytes(UTF_8));
        return "duitku-" + hash.substring(0, ID_CHARACTERS);
    }

    /** In plain words and without detail: a stranger learns nothing from it. */
    private static Notification rejected(int status, String words, String why) {
        return new Notification.Rejected(why, reply(status, words));
    }

    private static HttpResponse reply(int status, String words) {
        return HttpResponse.of(status, "text/plain", words);
    }
}
