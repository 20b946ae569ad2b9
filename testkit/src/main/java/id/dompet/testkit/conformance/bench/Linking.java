package id.dompet.testkit.conformance.bench;

import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.Customer;
import id.dompet.model.Wallet;
import java.net.URI;
import java.util.Optional;

/**
 * A link that was begun, step by step, on the bench's facade.
 *
 * @param bench where
 * @param attempt what the merchant keeps
 * @param page where the customer is sent
 */
public record Linking(Bench bench, BindAttempt attempt, URI page) {

    /** Begins one for a new customer. */
    public static Linking start(Bench bench, Wallet wallet) {
        return start(bench, wallet, bench.customer());
    }

    /** Begins one. */
    public static Linking start(Bench bench, Wallet wallet, Customer customer) {
        BindOutcome outcome = bench.dompet.bind(bench.bindRequest(wallet, customer));
        if (outcome instanceof BindOutcome.AwaitingCustomer awaiting) {
            return new Linking(bench, awaiting.attempt(), awaiting.action());
        }
        throw new Violation(
                "BIND "
                        + wallet
                        + ": AWAITING_CUSTOMER with a page, for nothing is linked before the"
                        + " customer agrees",
                String.valueOf(outcome));
    }

    /** The customer agrees; where the browser came back to. */
    public String agree() {
        return Bench.address(attempt, bench.provider.confirm(page));
    }

    /** The customer says no; where the browser came back to. */
    public String refuse() {
        return Bench.address(attempt, bench.provider.decline(page));
    }

    /** The merchant completes it with an address. */
    public BindOutcome complete(String returnedTo) {
        return bench.dompet.completeBind(attempt, returnedTo);
    }

    /** The provider tells the merchant's server how it ended, if it tells it such things. */
    public Optional<Boolean> notified() {
        return bench.provider.notifyBinding(
                attempt.reference(), attempt.wallet(), attempt.customer().phone());
    }

    /**
     * Completes it, told by the provider's notifications too if the browser's word is not enough.
     */
    public BindOutcome end(String returnedTo) {
        BindOutcome outcome = complete(returnedTo);
        for (int i = 0; outcome instanceof BindOutcome.Processing && i < 2; i++) {
            Optional<Boolean> unused = notified();
            outcome = bench.dompet.completeBind(attempt);
        }
        return outcome;
    }

    /** The query of an address; empty text if it has none. */
    public static String query(String address) {
        int mark = address.indexOf('?');
        return mark < 0 ? "" : address.substring(mark + 1).replace('?', '&');
    }

    /** This attempt's own address with parameters that came from elsewhere. */
    public String with(String query) {
        return attempt.returnUrl() + "?" + query;
    }
}
