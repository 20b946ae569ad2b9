package id.dompet.sandbox.demo;

import id.dompet.ledger.LedgerEvent;
import id.dompet.ledger.LedgerHandler;
import id.dompet.ledger.PaymentState;
import id.dompet.model.Payment;
import id.dompet.sandbox.cli.NotDone;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets the demo wait for the moment in which the ledger tells the shop of an end. Thread-safe. */
final class NotificationWatch implements LedgerHandler {
    private final Map<String, CompletableFuture<PaymentState>> heard = new ConcurrentHashMap<>();

    @Override
    public void handle(LedgerEvent event) {
        if (!event.state().isOpen()) {
            boolean unused = of(event.payment()).complete(event.state());
        }
    }

    /** How the payment ended; empty if the shop was not told within this time. */
    Optional<PaymentState> await(Payment payment, Duration atMost) {
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

    private CompletableFuture<PaymentState> of(Payment payment) {
        return heard.computeIfAbsent(payment.reference(), unused -> new CompletableFuture<>());
    }
}
