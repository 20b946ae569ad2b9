package id.dompet.docs;

import id.dompet.Dompet;
import id.dompet.NotificationHandler;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Notification;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.model.UnbindNotice;
import id.dompet.model.UnbindOutcome;
import id.dompet.model.Wallet;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The part of a merchant's backend that speaks to Dompet. It keeps its tables in maps, so that the
 * documents can show it on one page; yours is a database.
 */
final class Shop {
    private final Dompet dompet;
    private final Map<String, BindAttempt> attempts = new ConcurrentHashMap<>();
    private final Map<String, Binding> bindings = new ConcurrentHashMap<>();
    private final Map<String, Payment> payments = new ConcurrentHashMap<>();
    private final Map<String, PaymentOutcome> outcomes = new ConcurrentHashMap<>();

    Shop(Dompet dompet) {
        this.dompet = dompet;
    }

    // snippet: link
    /** The customer pressed "link my OVO": where to send the browser. */
    URI link(String reference, Wallet wallet, Customer customer, URI returnUrl) {
        BindOutcome outcome = dompet.bind(new BindRequest(reference, wallet, customer, returnUrl));
        if (outcome instanceof BindOutcome.AwaitingCustomer awaiting) {
            attempts.put(awaiting.attempt().nonce(), awaiting.attempt());
            return awaiting.action();
        }
        throw new IllegalStateException("cannot link now: " + outcome);
    }

    /** The browser came back to {@code /return/{nonce}?...}: path and query, as they came. */
    Optional<Binding> linked(String loggedInCustomer, String cameBackTo) {
        String path = cameBackTo.substring(0, (cameBackTo + "?").indexOf('?'));
        String nonce = path.substring(path.lastIndexOf('/') + 1);
        BindAttempt attempt = attempts.get(nonce);
        if (attempt == null || !attempt.customer().reference().equals(loggedInCustomer)) {
            return Optional.empty(); // not this customer's attempt
        }
        BindOutcome outcome = dompet.completeBind(attempt, cameBackTo);
        if (outcome instanceof BindOutcome.Bound bound) {
            attempts.remove(nonce);
            bindings.put(bound.binding().id(), bound.binding());
            return Optional.of(bound.binding());
        }
        return Optional.empty(); // refused, or ask again later
    }

    // end

    // snippet: pay
    /** The customer pressed "pay". Stored first, sent once. An exception: nothing happened. */
    PaymentOutcome pay(Payment payment) {
        payments.put(payment.reference(), payment);
        return apply(payment, dompet.pay(payment));
    }

    /** The one place that takes in outcomes: from pay, from status, from notifications. */
    PaymentOutcome apply(Payment payment, PaymentOutcome outcome) {
        return outcomes.merge(
                payment.reference(),
                outcome,
                // They can come in any order: what is final is not replaced by what is not.
                (before, now) -> before.isFinal() && !now.isFinal() ? before : now);
    }

    /** What to do now. The compiler insists that every state is handled. */
    String nextStep(Payment payment) {
        PaymentOutcome outcome = outcomes.get(payment.reference());
        if (outcome == null) {
            return "pay it: nothing was sent yet";
        }
        return switch (outcome.state()) {
            case PAID -> "deliver, once";
            case AWAITING_CUSTOMER -> "send the customer to the wallet's page";
            case PROCESSING, NOT_FOUND, UNKNOWN -> "wait, and ask for the status later";
            case DECLINED -> "tell the customer; a new try is a new reference";
            case REVERSED -> "undo the delivery";
        };
    }

    // end

    // snippet: notify
    /** {@code POST /notify/duitku}: hand over the raw bytes, answer what comes back. */
    HttpResponse notified(Map<String, List<String>> headers, byte[] rawBody) {
        return dompet.receive(
                new ProviderId("duitku"),
                InboundRequest.of("POST", "/notify/duitku", headers, rawBody),
                new NotificationHandler() {
                    @Override
                    public Optional<Payment> find(String paymentReference) {
                        return Optional.ofNullable(payments.get(paymentReference));
                    }

                    @Override
                    public void paymentChanged(
                            Payment payment,
                            PaymentOutcome outcome,
                            Notification.Verified notification) {
                        apply(payment, outcome);
                    }
                });
    }

    // end

    // snippet: unlink
    /** What the customer must be shown before unlinking, if the wallet demands it. */
    Optional<UnbindNotice> beforeUnlinking(Binding binding) {
        return dompet.unbindNotice(binding, Locale.forLanguageTag("id"), "Toko Kopi");
    }

    /** Whether the link has ended; if not, ask again later. */
    boolean unlink(Binding binding) {
        if (dompet.unbind(binding) instanceof UnbindOutcome.Unbound) {
            bindings.remove(binding.id());
            return true;
        }
        return false;
    }

    // end
}
