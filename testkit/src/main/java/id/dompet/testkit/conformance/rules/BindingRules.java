package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;
import static id.dompet.testkit.conformance.bench.Expect.expectState;

import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Notification;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.spi.CredentialStore;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.AtOnce;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Linking;
import id.dompet.testkit.conformance.bench.Tried;
import java.net.URI;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** BND: linking wallets. */
abstract class BindingRules extends ProfileRules {

    final List<Wallet> linkable() {
        return bench().wallets(Capability.BIND);
    }

    /** Fails the rule unless the wallet is linked; the binding. */
    static Binding bound(String situation, BindOutcome outcome) {
        expectState(situation, outcome.state(), outcome, BindOutcome.State.BOUND);
        return ((BindOutcome.Bound) outcome).binding();
    }

    @Rule(
            id = "BND-01",
            needs = Need.BIND,
            demands =
                    "A customer who agrees is BOUND, and the binding names the provider, the wallet"
                            + " and its owner.",
            why =
                    "Everything else builds on it: charges go where the binding says, for the"
                            + " customer it names.",
            check =
                    "BindPort.start and complete; the Binding is made from the attempt: its wallet"
                            + " and its customer's reference.")
    public final void bnd01_whoAgreesIsBound() {
        for (Wallet wallet : linkable()) {
            Customer customer = bench().customer();
            BindRequest request = bench().bindRequest(wallet, customer);
            BindOutcome started = bench().dompet.bind(request);
            expectState(
                    "BIND " + wallet,
                    started.state(),
                    started,
                    BindOutcome.State.AWAITING_CUSTOMER);
            var awaiting = (BindOutcome.AwaitingCustomer) started;
            expect(
                    awaiting.attempt().reference().equals(request.reference())
                            && awaiting.attempt().customer().equals(customer)
                            && awaiting.attempt().wallet().equals(wallet),
                    "BIND " + wallet + ": the attempt is the one that core made",
                    awaiting.attempt());
            Binding binding = bound("BIND " + wallet + ", agreed to", bench().finish(awaiting));
            expect(
                    binding.provider().equals(Bench.ID)
                            && binding.wallet().equals(wallet)
                            && binding.customerReference().equals(customer.reference()),
                    "the binding names this provider, %s and %s"
                            .formatted(wallet, customer.reference()),
                    binding);
        }
    }

    @Rule(
            id = "BND-02",
            needs = Need.BIND,
            demands = "A customer who says no is REFUSED, and nothing is linked.",
            why =
                    "The merchant must be able to tell the customer that nothing was linked, and to"
                            + " offer another try.",
            check =
                    "BindPort.complete: the provider's words for \"declined\" or \"failed\", from"
                            + " its answer, its return parameters and its notification.")
    public final void bnd02_whoDeclinesIsRefused() {
        for (Wallet wallet : linkable()) {
            Linking linking = Linking.start(bench(), wallet);
            String returned = linking.refuse();
            Map<CredentialStore.Key, CredentialStore.Credential> before = bench().store.contents();
            BindOutcome outcome = linking.complete(returned);
            String situation = "BIND " + wallet + ", declined by the customer";
            boolean told = !Linking.query(returned).isEmpty();
            if (outcome instanceof BindOutcome.Processing) {
                told |= linking.notified().isPresent();
                outcome = bench().dompet.completeBind(linking.attempt());
            }
            if (told) {
                expectState(situation, outcome.state(), outcome, BindOutcome.State.REFUSED);
            } else {
                expectState(
                        situation,
                        outcome.state(),
                        outcome,
                        BindOutcome.State.REFUSED,
                        BindOutcome.State.PROCESSING);
            }
            Collection<String> secrets = bench().provider.issuedSecrets();
            Map<CredentialStore.Key, CredentialStore.Credential> after =
                    bench().store.since(before);
            after.values()
                    .removeIf(
                            credential ->
                                    credential.owner().isEmpty()
                                            || secrets.stream()
                                                    .noneMatch(
                                                            credential.value().reveal()::contains));
            expect(
                    after.isEmpty(),
                    situation + ": nothing that the provider granted is stored for them",
                    after.keySet());
        }
    }

    @Rule(
            id = "BND-03",
            needs = Need.BIND,
            demands =
                    "Completing before the customer has finished is PROCESSING, and the same"
                            + " attempt can be completed afterwards.",
            why =
                    "Customers press \"back\", and notifications overtake browsers. REFUSED loses a"
                            + " link that the customer is just agreeing to; BOUND charges somebody"
                            + " who never agreed.",
            check =
                    "BindPort.complete without parameters and with an answer \"not yet\": say"
                            + " Processing.")
    public final void bnd03_tooEarlyIsProcessing() {
        for (Wallet wallet : linkable()) {
            Linking linking = Linking.start(bench(), wallet);
            String situation = "completing a link to " + wallet + " before the customer finished";
            for (BindOutcome early :
                    List.of(
                            linking.complete(linking.attempt().returnUrl().toString()),
                            bench().dompet.completeBind(linking.attempt()))) {
                expectState(situation, early.state(), early, BindOutcome.State.PROCESSING);
            }
            Binding unused = bound(situation + ", and again after", linking.end(linking.agree()));
        }
    }

    @Rule(
            id = "BND-04",
            needs = Need.BIND,
            demands = "Completing an attempt twice gives the same binding.",
            why =
                    "Browsers reload, and notification and browser race. Two bindings of one link,"
                            + " or a refusal after success, lose the customer's link.",
            check =
                    "the binding's id: derive it from what stays the same for the link, or look up"
                            + " what was stored the first time.")
    public final void bnd04_completingTwiceIsHarmless() {
        for (Wallet wallet : linkable()) {
            Linking linking = Linking.start(bench(), wallet);
            String returned = linking.agree();
            Binding first = bound("linking " + wallet, linking.end(returned));
            for (int i = 0; i < 2; i++) {
                String situation = "completing the link to " + wallet + " once more";
                Binding again = bound(situation, linking.end(returned));
                expect(
                        again.id().equals(first.id())
                                && again.customerReference().equals(first.customerReference()),
                        situation + ": the same binding",
                        "two bindings with different ids or owners");
            }
            completedAtOnce(wallet);
        }
    }

    /** The browser and the notification, on two machines, in the same moment. */
    private void completedAtOnce(Wallet wallet) {
        Linking linking = Linking.start(bench(), wallet);
        String returned = linking.agree();
        Optional<Boolean> unused = linking.notified();
        Supplier<BindOutcome> complete = () -> linking.complete(returned);
        String situation = "completing the link to " + wallet + " four times at once";
        Set<String> ids = new TreeSet<>();
        for (Tried each : AtOnce.all(Collections.nCopies(4, complete))) {
            each.expect(situation, "BOUND", "PROCESSING", "UNKNOWN");
            if (each.value().orElse("") instanceof BindOutcome.Bound bound) {
                boolean ignored = ids.add(bound.binding().id());
            }
        }
        expect(ids.size() == 1, situation + ": one binding", ids.size() + " bindings");
    }

    @Rule(
            id = "BND-06",
            needs = Need.BIND,
            demands =
                    "A link that the provider tells by notification is announced for the right"
                            + " customer, and can be completed without the browser.",
            why =
                    "Customers close the browser on the wallet's last page. Their link exists, and"
                            + " the notification is all that tells the merchant.",
            check =
                    "NotifyPort: Event.BindFinished with the customer's and the attempt's"
                            + " reference; BindPort.complete without parameters.")
    public final void bnd06_notificationIsEnough() {
        for (Wallet wallet : linkable()) {
            Linking other = Linking.start(bench(), wallet);
            Linking linking = Linking.start(bench(), wallet);
            Optional<URI> unused = bench().provider.confirm(linking.page());
            bench().merchant.forget();
            Optional<Boolean> acknowledged = linking.notified();
            if (acknowledged.isEmpty()) {
                continue; // this provider tells nobody but the browser
            }
            String situation = "a genuine notification that " + wallet + " is linked";
            expect(acknowledged.get(), situation + ": acknowledged", "not acknowledged");
            String owner = linking.attempt().customer().reference();
            List<Notification.Event.BindFinished> told = bench().merchant.linked();
            expect(
                    told.size() == 1
                            && told.get(0).customerReference().equals(owner)
                            && told.get(0).wallet().equals(wallet)
                            && told.get(0)
                                    .attemptReference()
                                    .map(linking.attempt().reference()::equals)
                                    .orElse(true),
                    "%s: the merchant is told once, for %s of %s, attempt %s"
                            .formatted(situation, wallet, owner, linking.attempt().reference()),
                    told);
            Binding binding =
                    bound(
                            situation + ", completed without the browser",
                            bench().dompet.completeBind(linking.attempt()));
            expect(
                    binding.customerReference().equals(owner),
                    situation + ": the binding is " + owner + "'s",
                    binding);
            BindOutcome others = bench().dompet.completeBind(other.attempt());
            expect(
                    others.state() != BindOutcome.State.BOUND,
                    situation + ": another customer, who has not finished, is not BOUND",
                    others);
        }
    }
}
