package id.dompet.docs.umpama;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.Notification;
import id.dompet.model.Notification.Event;
import id.dompet.model.ProviderId;
import id.dompet.sign.Digest;
import id.dompet.spi.Call;
import id.dompet.spi.NotifyPort;
import java.time.Instant;
import java.util.Optional;

/** Understands what Umpama sends: verifies first, reads afterwards, throws never. */
final class UmpamaNotifications implements NotifyPort {
    private static final int MAX_BYTES = 16 * 1024;

    private final ProviderId id;
    private final UmpamaSigner signer;

    UmpamaNotifications(ProviderId id, UmpamaSigner signer) {
        this.id = id;
        this.signer = signer;
    }

    @Override
    public Notification open(Call call, InboundRequest inbound) {
        if (inbound.body().size() > MAX_BYTES || !signer.isGenuine(inbound)) {
            return new Notification.Rejected("the signature does not match", reply(403, "refused"));
        }
        return UmpamaFields.read(inbound.body())
                .map(fields -> verified(fields, call.now()))
                .orElseGet(
                        () ->
                                new Notification.Rejected(
                                        "the body is no JSON object", reply(403, "refused")));
    }

    private Notification verified(UmpamaFields fields, Instant now) {
        return new Notification.Verified(
                event(fields, now), reply(200, "received"), reply(503, "later"), fields.all());
    }

    /** Everything is signed, so {@code signed} is true and core need not ask again. */
    private Event event(UmpamaFields fields, Instant now) {
        String kind = fields.text("event").orElse("");
        Optional<String> reference = fields.text("ref");
        if (!kind.equals("push") || reference.isEmpty()) {
            return new Event.Unrecognised(id, eventId(fields), kind);
        }
        return new Event.PaymentReported(
                id,
                eventId(fields),
                reference.get(),
                fields.amount(),
                UmpamaResults.of(fields, now),
                true);
    }

    /** Made from what the event says: no time, no nonce, so every delivery has the same. */
    private static String eventId(UmpamaFields fields) {
        String text =
                String.join(
                        "\n",
                        fields.text("event").orElse(""),
                        fields.text("id").orElse(""),
                        fields.text("ref").orElse(""),
                        fields.text("result").orElse(""));
        return "umpama-" + Digest.SHA_256.hex(text.getBytes(UTF_8)).substring(0, 40);
    }

    private static HttpResponse reply(int status, String result) {
        return HttpResponse.of(status, "application/json", "{\"result\":\"" + result + "\"}");
    }
}
