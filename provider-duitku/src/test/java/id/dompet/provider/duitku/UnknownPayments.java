package id.dompet.provider.duitku;

import id.dompet.NotificationHandler;
import id.dompet.model.Notification;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A merchant who knows no payment, and remembers which ones it was asked for. */
final class UnknownPayments implements NotificationHandler {
    final List<String> asked = new ArrayList<>();

    @Override
    public Optional<Payment> find(String paymentReference) {
        asked.add(paymentReference);
        return Optional.empty();
    }

    @Override
    public void paymentChanged(
            Payment payment, PaymentOutcome outcome, Notification.Verified notification) {
        asked.add("changed " + payment.reference());
    }
}
