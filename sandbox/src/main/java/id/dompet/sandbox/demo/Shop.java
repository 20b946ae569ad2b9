package id.dompet.sandbox.demo;

import id.dompet.ledger.Ledger;
import id.dompet.ledger.LedgerPayment;
import id.dompet.ledger.PaymentState;
import id.dompet.model.Balance;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Decline;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.TopUpInstruction;
import id.dompet.model.UnbindOutcome;
import id.dompet.model.Wallet;
import id.dompet.sandbox.cli.NotDone;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a merchant writes: it links a customer's wallet, charges it, and believes what the ledger
 * says about it. The ledger writes everything down before the provider is asked. Thread-safe.
 */
final class Shop {
    private final Ledger ledger;
    private final URI pages;

    /**
     * A shop.
     *
     * @param pages the address below which customers' browsers come back, with a slash at its end
     */
    Shop(Ledger ledger, URI pages) {
        this.ledger = ledger;
        this.pages = pages;
    }

    /** The customer wants to link a wallet; the page to send them to, unless it is done already. */
    Optional<URI> link(String reference, Wallet wallet, Customer customer) {
        BindOutcome outcome =
                ledger.bind(new BindRequest(reference, wallet, customer, pages.resolve("linked")));
        return switch (outcome.state()) {
            case AWAITING_CUSTOMER ->
                    Optional.of(((BindOutcome.AwaitingCustomer) outcome).action());
            case BOUND -> Optional.empty();
            case PROCESSING -> throw new NotDone("the provider has not opened a page yet");
            case REFUSED -> throw refused((BindOutcome.Refused) outcome);
            case UNKNOWN -> throw unknown((BindOutcome.Unknown) outcome);
        };
    }

    /** The browser of the customer who is logged in is back from linking, at this address. */
    Binding linked(Customer customer, URI returnedTo) {
        String path = returnedTo.getPath();
        String nonce = path.substring(path.lastIndexOf('/') + 1);
        BindOutcome outcome =
                ledger.completeBind(customer.reference(), nonce, returnedTo.toString());
        return switch (outcome.state()) {
            case BOUND -> ((BindOutcome.Bound) outcome).binding();
            case AWAITING_CUSTOMER, PROCESSING ->
                    throw new NotDone("the provider still waits for the customer");
            case REFUSED -> throw refused((BindOutcome.Refused) outcome);
            case UNKNOWN -> throw unknown((BindOutcome.Unknown) outcome);
        };
    }

    /** The customer's link, if there is one. */
    Optional<Binding> link(Customer customer, Leg leg) {
        return ledger.bindings(customer.reference()).stream()
                .filter(binding -> binding.provider().equals(leg.provider()))
                .filter(binding -> binding.wallet().equals(leg.wallet()))
                .findFirst();
    }

    /** The customer orders something. */
    Payment order(String reference, Binding binding, Customer customer, Money amount) {
        URI paid = pages.resolve("paid");
        String what = "Kopi susu dan roti bakar";
        return Payment.linked(reference, binding, customer, amount, what, paid, Instant.now());
    }

    /** Charges, once; the wallet's page to send the customer to, where the wallet wants that. */
    Optional<URI> charge(Payment payment) {
        LedgerPayment paying = ledger.pay(payment);
        return switch (paying.state()) {
            case AWAITING_CUSTOMER -> page(paying);
            case PAID, PROCESSING -> Optional.empty();
            case DECLINED -> throw new NotDone("the payment was declined: " + why(paying));
            case REVERSED -> throw new NotDone("the payment was reversed at once");
            case NOT_SENT -> throw new NotDone("nothing was sent");
            // Not a failure: the ledger finds it out. Never charge the order again.
            case SENDING, UNKNOWN ->
                    throw new NotDone("nobody can say yet whether it was charged: " + why(paying));
        };
    }

    private static Optional<URI> page(LedgerPayment paying) {
        return paying.outcome()
                .filter(PaymentOutcome.AwaitingCustomer.class::isInstance)
                .map(outcome -> ((PaymentOutcome.AwaitingCustomer) outcome).action());
    }

    private static String why(LedgerPayment paying) {
        PaymentOutcome outcome = paying.outcome().orElse(null);
        if (outcome instanceof PaymentOutcome.Declined declined) {
            return words(declined.decline());
        }
        return outcome instanceof PaymentOutcome.Unknown unknown ? unknown.detail() : "no answer";
    }

    /** How a payment stands; asks the provider while it is open. */
    PaymentState ask(Payment payment) {
        return ledger.refresh(payment.reference()).state();
    }

    /** What the customer's wallet holds. */
    Balance balance(Binding binding) {
        return ledger.balance(binding);
    }

    /** How the customer puts money into the wallet. */
    List<TopUpInstruction> topUpInstructions(Binding binding) {
        return ledger.topUpInstructions(binding);
    }

    /** The customer has read what the wallet demands, and does not want the link any more. */
    void unlink(Binding binding) {
        UnbindOutcome outcome = ledger.unbind(binding);
        // Harmless to try again: ending what has ended already is success.
        if (outcome instanceof UnbindOutcome.Unknown unknown) {
            throw new NotDone("nobody can say whether the link has ended: " + unknown.detail());
        }
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
