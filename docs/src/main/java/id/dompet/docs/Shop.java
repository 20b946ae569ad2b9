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
import id.dompet.model.DompetException;
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
    private final Map<String, String> orders = new ConcurrentHashMap<>();

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

    /** The browser came back to {@code https://shop.example/return/{nonce}?...}. */
    Optional<Binding> linked(String nonce, String loggedInCustomer, URI cameBackTo) {
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
    /** The customer pressed "pay". Stored first, sent once. */
    PaymentOutcome pay(Payment payment) {
        payments.put(payment.reference(), payment);
        try {
            return apply(payment, dompet.pay(payment));
        } catch (DompetException nothingHappened) {
            orders.put(payment.reference(), "not sent, may be tried again");
            throw nothingHappened;
        }
    }

    /** The one place that reads outcomes: from pay, from status, from notifications. */
    PaymentOutcome apply(Payment payment, PaymentOutcome outcome) {
        String next =
                switch (outcome.state()) {
                    case PAID -> "deliver, once";
                    case AWAITING_CUSTOMER -> "send the customer to the wallet's page";
                    case PROCESSING, NOT_FOUND, UNKNOWN -> "wait, and ask for the status later";
                    case DECLINED -> "tell the customer; a new try is a new reference";
                    case REVERSED -> "undo the delivery";
                };
        orders.put(payment.reference(), next);
        return outcome;
    }

    // end

    // snippet: notify
    /** {@code POST /notify/duitku}: hand over the raw bytes, answer what comes back. */
    HttpResponse notified(String path, Map<String, List<String>> headers, byte[] rawBody) {
        return dompet.receive(
                new ProviderId(path.substring("/notify/".length())),
                InboundRequest.of("POST", path, headers, rawBody),
                new NotificationHandler() {
                    @Override
                    public Optional<Payment> find(String paymentReference) {
                        return Optional.ofNullable(payments.get(paymentReference));
                    }

                    @Override
                    public void paymentChanged(Payment payment, PaymentOutcome outcome) {
                        apply(payment, outcome);
                    }

                    @Override
                    public void bindFinished(Wallet wallet, String customerReference) {
                        // a provider that tells of links: complete that customer's attempt
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

    String nextStepFor(String reference) {
        return orders.getOrDefault(reference, "unknown order");
    }
}
