package id.dompet.benchmarks.load;

import id.dompet.Dompet;
import id.dompet.NotificationHandler;
import id.dompet.benchmarks.Shop;
import id.dompet.benchmarks.server.Answers;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.Notification;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import java.util.Optional;

/** Callbacks of Duitku's about one paid order. */
final class Callbacks implements Client.Caller, NotificationHandler {
    private final Dompet dompet;
    private final Payment payment = Shop.payment(Shop.DUITKU, Answers.ORDER, Answers.AMOUNT);
    private final InboundRequest callback = Shop.callback();
    private int paid;

    Callbacks(Dompet dompet) {
        this.dompet = dompet;
    }

    @Override
    public void call() {
        int before = paid;
        HttpResponse reply = dompet.receive(Shop.DUITKU, callback, this);
        if (reply.status() != 200 || paid != before + 1) {
            throw new IllegalStateException("a callback was answered with " + reply.status());
        }
    }

    @Override
    public Optional<Payment> find(String paymentReference) {
        return Optional.of(payment);
    }

    @Override
    public void paymentChanged(
            Payment changed, PaymentOutcome outcome, Notification.Verified notification) {
        if (outcome instanceof PaymentOutcome.Paid) {
            paid++;
        }
    }
}
