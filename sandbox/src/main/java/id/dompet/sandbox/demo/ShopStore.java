package id.dompet.sandbox.demo;

import id.dompet.model.BindAttempt;
import id.dompet.model.Binding;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.sandbox.cli.NotDone;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tables of a shop, in memory. A real shop has a database. Thread-safe. */
final class ShopStore {
    private final Map<String, BindAttempt> attempts = new ConcurrentHashMap<>();
    private final Map<String, Binding> bindings = new ConcurrentHashMap<>();
    private final Map<String, Payment> payments = new ConcurrentHashMap<>();
    private final Map<String, PaymentOutcome> outcomes = new ConcurrentHashMap<>();

    void attempt(BindAttempt attempt) {
        attempts.put(attempt.nonce(), attempt);
    }

    /** The attempt with this nonce, for one use. */
    BindAttempt attempt(String nonce) {
        BindAttempt attempt = attempts.remove(nonce);
        if (attempt == null) {
            throw new NotDone("the browser came back to an address that nobody waits for");
        }
        return attempt;
    }

    Binding binding(Binding binding) {
        bindings.put(binding.id(), binding);
        return binding;
    }

    /** The only binding there is, where linking needed no customer. */
    Optional<Binding> binding() {
        return bindings.values().stream().findFirst();
    }

    void forget(Binding binding) {
        bindings.remove(binding.id());
    }

    Payment payment(Payment payment) {
        if (payments.putIfAbsent(payment.reference(), payment) != null) {
            throw new IllegalStateException("the reference " + payment.reference() + " is taken");
        }
        return payment;
    }

    Optional<Payment> find(String reference) {
        return Optional.ofNullable(payments.get(reference));
    }

    /** Notifications and status answers overtake each other; what is final stays. */
    void outcome(Payment payment, PaymentOutcome outcome) {
        outcomes.merge(
                payment.reference(),
                outcome,
                (old, now) -> old.isFinal() && !now.isFinal() ? old : now);
    }

    /** What is known about a payment. */
    Optional<PaymentOutcome> known(Payment payment) {
        return Optional.ofNullable(outcomes.get(payment.reference()));
    }
}
