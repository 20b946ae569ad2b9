package id.dompet.testkit.reference;

import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.Notification;
import id.dompet.model.Notification.Event;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import id.dompet.sign.Digest;
import id.dompet.spi.Call;
import id.dompet.spi.NotifyPort;
import java.time.Instant;
import java.util.Optional;

/**
 * Understands what Contoh sends. The signature covers all of it, and deliveries are repeated as
 * they were for a day, so the time only has to be the signed one.
 */
final class ContohNotifications implements NotifyPort {
    private static final int MAX_BYTES = 64 * 1024;
    private static final int ID_CHARACTERS = 40;

    private final ProviderId id;
    private final ContohSigner signer;
    private final ContohAttempts attempts;
    private final Hooks hooks;

    ContohNotifications(ProviderId id, ContohSigner signer, ContohAttempts attempts, Hooks hooks) {
        this.id = id;
        this.signer = signer;
        this.attempts = attempts;
        this.hooks = hooks;
    }

    @Override
    public Notification open(Call call, InboundRequest inbound) {
        if (!inbound.method().equals("POST")) {
            return rejected("notifications are posted");
        }
        if (inbound.body().size() > MAX_BYTES) {
            return rejected("the body is larger than 64 KiB");
        }
        if (!signer.isGenuine(inbound)) {
            return rejected("the signature does not match");
        }
        Optional<Fields> fields = Fields.read(inbound.body());
        Optional<Event> event = fields.flatMap(all -> event(all, call.now()));
        return event.isPresent()
                ? new Notification.Verified(
                        event.get(), reply(200, "00"), reply(503, "99"), fields.get().all())
                : rejected("the body cannot be read");
    }

    private Optional<Event> event(Fields fields, Instant now) {
        String kind = fields.text("event").orElse("");
        String eventId = hooks.eventId(fields, eventId(fields, kind));
        return switch (kind) {
            case "PAYMENT" ->
                    fields.text("reference")
                            .map(
                                    reference ->
                                            new Event.PaymentReported(
                                                    id,
                                                    eventId,
                                                    reference,
                                                    fields.money(),
                                                    ContohStatus.read(fields, now),
                                                    true));
            case "LINK" -> link(fields, eventId);
            default -> Optional.of(new Event.Unrecognised(id, eventId, kind));
        };
    }

    /** One that is over already, or never was ours, is of no interest any more. */
    private Optional<Event> link(Fields fields, String eventId) {
        Optional<String> attempt = fields.text("attempt");
        Optional<String> owner = attempt.flatMap(attempts::owner);
        Optional<Wallet> wallet = fields.text("wallet").flatMap(ContohNotifications::wallet);
        return Optional.of(
                owner.isPresent() && wallet.isPresent()
                        ? new Event.BindFinished(id, eventId, wallet.get(), owner.get(), attempt)
                        : new Event.Unrecognised(id, eventId, "LINK"));
    }

    private static Optional<Wallet> wallet(String code) {
        try {
            return Optional.of(new Wallet(code));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String eventId(Fields fields, String kind) {
        String text =
                String.join(
                        "\n",
                        kind,
                        fields.text("id").orElse(""),
                        fields.text("reference").orElse(""),
                        fields.text("code").orElse(""));
        return "contoh-"
                + Digest.SHA_256
                        .hex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .substring(0, ID_CHARACTERS);
    }

    private static Notification rejected(String why) {
        return new Notification.Rejected(why, reply(401, "91"));
    }

    private static HttpResponse reply(int status, String code) {
        return HttpResponse.of(status, "application/json", "{\"code\":\"" + code + "\"}");
    }
}
