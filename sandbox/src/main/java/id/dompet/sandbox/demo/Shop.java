package id.dompet.sandbox.demo;

import id.dompet.Dompet;
import id.dompet.NotificationHandler;
import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Decline;
import id.dompet.model.Money;
import id.dompet.model.Notification;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.UnbindOutcome;
import id.dompet.model.Wallet;
import id.dompet.sandbox.cli.NotDone;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What a merchant writes: it links a customer's wallet, charges it, and believes what the provider
 * says about it. Everything is stored before the provider is asked for it. Thread-safe.
 */
final class Shop implements NotificationHandler {
    private final Dompet dompet;
    private final ShopStore store;
    private final URI pages;

    /**
     * A shop.
     *
     * @param pages the address below which customers' browsers come back, with a slash at its end
     */
    Shop(Dompet dompet, ShopStore store, URI pages) {
        this.dompet = dompet;
        this.store = store;
        this.pages = pages;
    }

    /** The customer wants to link a wallet; the page to send them to, unless it is done already. */
    Optional<URI> link(String reference, Wallet wallet, Customer customer) {
        BindOutcome outcome =
                dompet.bind(new BindRequest(reference, wallet, customer, pages.resolve("linked")));
        return switch (outcome.state()) {
            case AWAITING_CUSTOMER -> {
                BindOutcome.AwaitingCustomer awaiting = (BindOutcome.AwaitingCustomer) outcome;
                store.attempt(awaiting.attempt());
                yield Optional.of(awaiting.action());
            }
            case BOUND -> {
                store.binding(((BindOutcome.Bound) outcome).binding());
                yield Optional.empty();
            }
            case PROCESSING -> throw new NotDone("the provider has not opened a page yet");
            case REFUSED -> throw refused((BindOutcome.Refused) outcome);
            case UNKNOWN -> throw unknown((BindOutcome.Unknown) outcome);
        };
    }

    /** The customer's browser is back from linking, at this address. */
    Binding linked(URI returnedTo) {
        String path = returnedTo.getPath();
        BindAttempt attempt = store.attempt(path.substring(path.lastIndexOf('/') + 1));
        BindOutcome outcome = dompet.completeBind(attempt, returnedTo.toString());
        return switch (outcome.state()) {
            case BOUND -> store.binding(((BindOutcome.Bound) outcome).binding());
            case AWAITING_CUSTOMER, PROCESSING ->
                    throw new NotDone("the provider still waits for the customer");
            case REFUSED -> throw refused((BindOutcome.Refused) outcome);
            case UNKNOWN -> throw unknown((BindOutcome.Unknown) outcome);
        };
    }

    /** The customer orders something: the payment is stored before anybody is asked to pay it. */
    Payment order(String reference, Binding binding, Customer customer, Money amount) {
        URI paid = pages.resolve("paid");
        String what = "Kopi susu dan roti bakar";
        return store.payment(
                Payment.linked(reference, binding, customer, amount, what, paid, Instant.now()));
    }

    /** Charges, once; the wallet's page to send the customer to, where the wallet wants that. */
    Optional<URI> charge(Payment payment) {
        PaymentOutcome outcome = dompet.pay(payment);
        apply(payment, outcome);
        return switch (outcome.state()) {
            case AWAITING_CUSTOMER ->
                    Optional.of(((PaymentOutcome.AwaitingCustomer) outcome).action());
            case PAID, PROCESSING -> Optional.empty();
            case DECLINED ->
                    throw new NotDone(
                            "the payment was declined: "
                                    + words(((PaymentOutcome.Declined) outcome).decline()));
            case REVERSED -> throw new NotDone("the payment was reversed at once");
            case NOT_FOUND -> throw new NotDone("the provider does not know the payment");
            // Not a failure: the order stays open, and status tells later. Never charge it again.
            case UNKNOWN ->
                    throw new NotDone(
                            "nobody can say yet whether it was charged: "
                                    + ((PaymentOutcome.Unknown) outcome).detail());
        };
    }

    /** Asks what became of a payment, e.g. from a job that looks after open orders. */
    PaymentOutcome ask(Payment payment) {
        PaymentOutcome outcome = dompet.status(payment);
        apply(payment, outcome);
        return outcome;
    }

    /** The customer has read what the wallet demands, and does not want the link any more. */
    void unlink(Binding binding) {
        UnbindOutcome outcome = dompet.unbind(binding);
        switch (outcome.state()) {
            case UNBOUND -> store.forget(binding);
            // Harmless to try again: ending what has ended already is success.
            case UNKNOWN ->
                    throw new NotDone(
                            "nobody can say whether the link has ended: "
                                    + ((UnbindOutcome.Unknown) outcome).detail());
        }
    }

    @Override
    public Optional<Payment> find(String paymentReference) {
        return store.find(paymentReference);
    }

    @Override
    public void paymentChanged(
            Payment payment, PaymentOutcome outcome, Notification.Verified notification) {
        apply(payment, outcome);
    }

    /** From pay, status and notifications alike; the store never takes back what is final. */
    private void apply(Payment payment, PaymentOutcome outcome) {
        store.outcome(payment, outcome);
    }

    private static NotDone refused(BindOutcome.Refused refused) {
        return new NotDone("the wallet was not linked: " + words(refused.decline()));
    }

    private static NotDone unknown(BindOutcome.Unknown unknown) {
        return new NotDone("nobody can say whether the wallet was linked: " + unknown.detail());
    }

    private static String words(Decline decline) {
        return decline.providerCode().isEmpty()
                ? decline.reason().toString()
                : "%s (the provider's code %s)".formatted(decline.reason(), decline.providerCode());
    }
}
