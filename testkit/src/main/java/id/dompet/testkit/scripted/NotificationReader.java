package id.dompet.testkit.scripted;

import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.http.Parameters;
import id.dompet.model.Decline;
import id.dompet.model.Money;
import id.dompet.model.Notification;
import id.dompet.model.Notification.Event;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.model.UnknownCause;
import id.dompet.model.Wallet;
import id.dompet.sign.HmacKey;
import id.dompet.sign.Signatures;
import id.dompet.spi.Call;
import id.dompet.spi.NotifyPort;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Verifies, then reads; as strict as a real provider's module. */
final class NotificationReader implements NotifyPort {
    private final ProviderId id;
    private final HmacKey key;

    NotificationReader(ProviderId id, HmacKey key) {
        this.id = id;
        this.key = key;
    }

    @Override
    public Notification open(Call call, InboundRequest inbound) {
        byte[] expected = key.of(inbound.body().bytes());
        boolean genuine =
                inbound.onlyHeader(NotificationForm.SIGNATURE)
                        .filter(given -> Signatures.matchesHex(expected, given))
                        .isPresent();
        if (!genuine) {
            return new Notification.Rejected("the signature does not fit", reply(401));
        }
        try {
            return read(Parameters.read(inbound.body().text()));
        } catch (Parameters.Unreadable | IllegalArgumentException e) {
            return new Notification.Rejected("not readable: " + e.getMessage(), reply(400));
        }
    }

    private Notification read(Map<String, String> form) {
        String event = need(form, NotificationForm.EVENT);
        return switch (event) {
            case NotificationForm.HANDSHAKE -> new Notification.Handshake(reply(200));
            case NotificationForm.PAYMENT -> verified(form, payment(form));
            case NotificationForm.LINK ->
                    verified(
                            form,
                            new Event.BindFinished(
                                    id,
                                    need(form, NotificationForm.ID),
                                    new Wallet(need(form, NotificationForm.WALLET)),
                                    need(form, NotificationForm.CUSTOMER),
                                    Optional.of(need(form, NotificationForm.REFERENCE))));
            default ->
                    verified(
                            form,
                            new Event.Unrecognised(id, need(form, NotificationForm.ID), event));
        };
    }

    private static Notification verified(Map<String, String> form, Event event) {
        return new Notification.Verified(event, reply(200), reply(503), form);
    }

    private Event payment(Map<String, String> form) {
        Money amount =
                Money.of(
                        need(form, NotificationForm.AMOUNT), need(form, NotificationForm.CURRENCY));
        return new Event.PaymentReported(
                id,
                need(form, NotificationForm.ID),
                need(form, NotificationForm.REFERENCE),
                Optional.of(amount),
                outcome(form, amount),
                Boolean.parseBoolean(need(form, NotificationForm.RESULT_SIGNED)));
    }

    private static PaymentOutcome outcome(Map<String, String> form, Money amount) {
        return switch (PaymentOutcome.State.valueOf(need(form, NotificationForm.STATE))) {
            case PAID ->
                    new PaymentOutcome.Paid(
                            Optional.empty(),
                            amount,
                            Instant.ofEpochMilli(Long.parseLong(need(form, NotificationForm.AT))));
            case REVERSED -> new PaymentOutcome.Reversed(Optional.empty(), amount);
            case DECLINED ->
                    new PaymentOutcome.Declined(
                            PaymentScript.decline(
                                    Decline.Reason.valueOf(need(form, NotificationForm.REASON))));
            case NOT_FOUND -> new PaymentOutcome.NotFound();
            case AWAITING_CUSTOMER, PROCESSING -> new PaymentOutcome.Processing(Optional.empty());
            case UNKNOWN -> new PaymentOutcome.Unknown(UnknownCause.UNRECOGNISED_CODE, "scripted");
        };
    }

    private static String need(Map<String, String> form, String name) {
        String value = form.get(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no " + name);
        }
        return value;
    }

    private static HttpResponse reply(int status) {
        return HttpResponse.of(status, "text/plain", status == 200 ? "OK" : "status " + status);
    }
}
