package id.dompet.provider.doku;

import id.dompet.http.Body;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.DompetException;
import id.dompet.model.Notification;
import id.dompet.model.Notification.Event;
import id.dompet.spi.Call;
import id.dompet.spi.NotifyPort;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Understands what DOKU sends: first a request for a token, then with it the notification
 * (developers.doku.com, HTTP notification sample for SNAP). The signature covers the whole body. A
 * notification whose signed time is more than 15 minutes from now is handed on, and not believed.
 */
final class DokuNotifications implements NotifyPort {
    private static final int MAX_BYTES = 64 * 1024;

    private final TokenHandshake handshake;
    private final NotificationVerifier verifier;
    private final NotificationEvents events;
    private final SnapJson json;
    private final SnapReplies replies;

    DokuNotifications(
            TokenHandshake handshake,
            NotificationVerifier verifier,
            NotificationEvents events,
            SnapJson json,
            SnapReplies replies) {
        this.handshake = handshake;
        this.verifier = verifier;
        this.events = events;
        this.json = json;
        this.replies = replies;
    }

    @Override
    public Notification open(Call call, InboundRequest inbound) {
        Instant now = call.now();
        SnapService service = service(inbound);
        if (!inbound.method().equals("POST")) {
            return new Notification.Rejected(
                    "notifications are posted",
                    new HttpResponse(
                            405,
                            Map.of("Content-Type", "text/plain", "Allow", "POST"),
                            Body.utf8("Method Not Allowed")));
        }
        if (inbound.body().size() > MAX_BYTES) {
            return replies.rejected(
                    service, 400, "00", "Bad Request", "the body is larger than 64 KiB");
        }
        if (TokenHandshake.isOne(inbound)) {
            return handshake.open(inbound, now);
        }
        Optional<Notification> refusal = verifier.refusal(service, inbound, now);
        return refusal.isPresent() ? refusal.get() : verified(inbound, service, now);
    }

    private Notification verified(InboundRequest inbound, SnapService assumed, Instant now) {
        Optional<JsonObject> body = json.read(inbound.body());
        if (body.isEmpty()) {
            return replies.rejected(
                    assumed, 400, "00", "Bad Request", "the body is not one JSON object");
        }
        boolean recent =
                inbound.onlyHeader("X-TIMESTAMP")
                        .filter(at -> SnapTime.isRecent(at, now))
                        .isPresent();
        try {
            Event event = events.read(body.get(), recent, now);
            SnapService service =
                    event instanceof Event.PaymentReported
                            ? SnapService.NOTIFICATION
                            : event instanceof Event.BindFinished ? SnapService.BINDING : assumed;
            return new Notification.Verified(
                    event,
                    replies.accepted(service),
                    replies.retryLater(service),
                    fields(body.get()));
        } catch (JsonObject.Unreadable e) {
            return replies.rejected(
                    assumed, 400, "01", "Invalid Field Format", "an amount cannot be read");
        } catch (DompetException e) {
            return new Notification.Rejected(
                    "a binding notification could not be stored; DOKU will send it again",
                    replies.retryLater(SnapService.BINDING));
        }
    }

    /** Without the auth code, which is permission to take money. */
    private static Map<String, String> fields(JsonObject body) {
        Map<String, String> fields = new LinkedHashMap<>();
        body.flattenInto(fields, "");
        fields.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).contains("authcode"));
        return fields;
    }

    /** For the words of a refusal, before anything may be read: binding URLs say so themselves. */
    private static SnapService service(InboundRequest inbound) {
        String path = inbound.path().toLowerCase(Locale.ROOT);
        return path.contains("bind") || path.contains("registration")
                ? SnapService.BINDING
                : SnapService.NOTIFICATION;
    }
}
