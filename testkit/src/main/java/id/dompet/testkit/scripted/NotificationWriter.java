package id.dompet.testkit.scripted;

import id.dompet.model.BindAttempt;
import id.dompet.model.Decline;
import id.dompet.model.Money;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.sign.HmacKey;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Writes the truth, as the provider would report it. */
final class NotificationWriter {
    private final ProviderId id;
    private final HmacKey key;
    private final Books books;

    NotificationWriter(ProviderId id, HmacKey key, Books books) {
        this.id = id;
        this.key = key;
        this.books = books;
    }

    ScriptedNotification payment(String reference) {
        return books.at(
                now -> {
                    Course course = books.payments.course(reference);
                    PaymentOutcome truth = course.now();
                    Money amount = course.amount();
                    Map<String, String> form = new TreeMap<>();
                    form.put(NotificationForm.EVENT, NotificationForm.PAYMENT);
                    form.put(NotificationForm.ID, reference + "." + truth.state());
                    form.put(NotificationForm.REFERENCE, reference);
                    form.put(NotificationForm.STATE, truth.state().name());
                    form.put(NotificationForm.REASON, reason(truth).name());
                    form.put(NotificationForm.AMOUNT, amount.decimalText());
                    form.put(NotificationForm.CURRENCY, amount.currency().getCurrencyCode());
                    form.put(NotificationForm.AT, Long.toString(since(truth, now)));
                    form.put(NotificationForm.RESULT_SIGNED, "true");
                    return genuine(form);
                });
    }

    private static Decline.Reason reason(PaymentOutcome truth) {
        return truth instanceof PaymentOutcome.Declined declined
                ? declined.decline().reason()
                : Decline.Reason.NOT_COMPLETED;
    }

    private static long since(PaymentOutcome truth, Instant now) {
        return (truth instanceof PaymentOutcome.Paid paid ? paid.at() : now).toEpochMilli();
    }

    ScriptedNotification link(BindAttempt attempt) {
        return genuine(
                Map.of(
                        NotificationForm.EVENT,
                        NotificationForm.LINK,
                        NotificationForm.ID,
                        attempt.reference() + ".LINK",
                        NotificationForm.REFERENCE,
                        attempt.reference(),
                        NotificationForm.WALLET,
                        attempt.wallet().code(),
                        NotificationForm.CUSTOMER,
                        attempt.customer().reference()));
    }

    ScriptedNotification unheardOf() {
        return genuine(
                Map.of(
                        NotificationForm.EVENT,
                        "settlement-file-is-ready",
                        NotificationForm.ID,
                        "unheard-of"));
    }

    ScriptedNotification handshake() {
        return genuine(Map.of(NotificationForm.EVENT, NotificationForm.HANDSHAKE));
    }

    private ScriptedNotification genuine(Map<String, String> form) {
        return new ScriptedNotification(id, key, form, false);
    }
}
