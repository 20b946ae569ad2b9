package id.dompet.sandbox.demo;

import id.dompet.NotificationHandler;
import id.dompet.model.Notification;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.sandbox.cli.NotDone;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets the demo wait for the moment in which the shop has taken in a notification. Thread-safe. */
final class NotificationWatch implements NotificationHandler {
    private final NotificationHandler shop;
    private final Map<String, CompletableFuture<PaymentOutcome>> heard = new ConcurrentHashMap<>();

    NotificationWatch(NotificationHandler shop) {
        this.shop = shop;
    }

    @Override
    public Optional<Payment> find(String paymentReference) {
        return shop.find(paymentReference);
    }

    @Override
    public void paymentChanged(
            Payment payment, PaymentOutcome outcome, Notification.Verified notification) {
        shop.paymentChanged(payment, outcome, notification);
        // Core may yet be asked again for what is not final; the demo waits for what counts.
        if (outcome.isFinal()) {
            of(payment).complete(outcome);
        }
    }

    @Override
    public void bindFinished(Notification.Event.BindFinished finished) {
        shop.bindFinished(finished);
    }

    /** The final outcome that a notification brought; empty if none did in this time. */
    Optional<PaymentOutcome> await(Payment payment, Duration atMost) {
        try {
            return Optional.of(of(payment).get(atMost.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDone("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<PaymentOutcome> of(Payment payment) {
        return heard.computeIfAbsent(payment.reference(), unused -> new CompletableFuture<>());
    }
}
