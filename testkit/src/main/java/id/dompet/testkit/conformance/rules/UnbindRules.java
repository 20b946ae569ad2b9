package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;
import static id.dompet.testkit.conformance.bench.Expect.expectRequests;

import id.dompet.model.Binding;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.UnbindOutcome;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.spi.CredentialStore;
import id.dompet.testkit.Fault;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Linked;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Unreachable;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.conformance.faults.FaultCell;
import id.dompet.testkit.conformance.faults.FaultDrill;
import id.dompet.testkit.conformance.faults.FaultMatrix;
import id.dompet.testkit.simulated.Operation;
import id.dompet.testkit.simulated.SeenRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** BND: ending links. */
abstract class UnbindRules extends BindingAnswerRules {

    private List<Wallet> unlinkable() {
        return bench().wallets(Capability.UNBIND).stream()
                .filter(wallet -> bench().profile().can(wallet, Capability.BIND))
                .toList();
    }

    private void unbinds(String situation, Binding binding) {
        Tried.of(() -> bench().dompet.unbind(binding)).expect(situation, "UNBOUND");
    }

    @Rule(
            id = "BND-15",
            needs = {Need.BIND, Need.UNBIND},
            demands = "Unbinding ends the link at the provider, and nothing is charged through it.",
            why =
                    "A customer who unlinks their wallet withdraws a permission to take money. A"
                            + " link that lives on at the provider can still be charged.",
            check = "UnbindPort.unbind: it has to ask the provider before it says Unbound.")
    public final void bnd15_unbindEndsTheLink() {
        for (Wallet wallet : unlinkable()) {
            Map<CredentialStore.Key, CredentialStore.Credential> before = bench().store.contents();
            Linked linked = bench().link(wallet);
            Map<CredentialStore.Key, CredentialStore.Credential> granted =
                    bench().store.since(before);
            bench().mark();
            unbinds("UNBIND " + wallet, linked.binding());
            expectRequests(bench(), "UNBIND " + wallet, Operation.UNBIND, 1);
            bench().mark();
            isUnusable("UNBIND " + wallet, linked);
            List<String> secrets =
                    granted.values().stream()
                            .filter(credential -> credential.owner().isPresent())
                            .map(credential -> credential.value().reveal())
                            .toList();
            for (SeenRequest seen : bench().seen()) {
                expect(
                        secrets.stream().noneMatch(secret -> contains(seen, secret)),
                        "after UNBIND " + wallet + ": no request carries the old credential",
                        seen);
            }
            bench().store.restore(granted);
            isUnusable("UNBIND " + wallet + ", and the old credential tried once more", linked);
        }
    }

    private static boolean contains(SeenRequest seen, String secret) {
        return seen.request().text().contains(secret)
                || seen.request().headers().values().stream()
                        .flatMap(Collection::stream)
                        .anyMatch(value -> value.contains(secret));
    }

    private void isUnusable(String situation, Linked linked) {
        Wallet wallet = linked.binding().wallet();
        if (bench().profile().can(wallet, Capability.BALANCE)) {
            Tried balance = Tried.of(() -> bench().dompet.balance(linked.binding()));
            expect(
                    balance.thrown().isPresent(),
                    situation + ", then its balance: an exception",
                    balance);
        }
        for (Way way : bench().ways()) {
            if (way.isLinked() && way.wallet().equals(wallet)) {
                Payment payment = bench().payment(linked, way.kind(), Money.idr(25_000));
                Tried tried = Tried.of(() -> bench().dompet.pay(payment));
                tried.expect(situation + ", then a charge", "BindingUnusable", "DECLINED");
                expect(
                        bench().timesCharged(payment) == 0,
                        situation + ", then a charge: no money moves",
                        tried);
            }
        }
    }

    @Rule(
            id = "BND-16",
            needs = {Need.BIND, Need.UNBIND},
            demands = "Ending what has ended already is UNBOUND.",
            why =
                    "Customers unlink in the wallet's app, and press buttons twice. An error there"
                            + " leaves the merchant with a binding nobody can get rid of.",
            check = "UnbindPort.unbind: the provider's code for \"link has ended\" is success.")
    public final void bnd16_unbindingTwiceIsHarmless() {
        for (Wallet wallet : unlinkable()) {
            Linked linked = bench().link(wallet);
            Map<CredentialStore.Key, CredentialStore.Credential> granted = bench().store.contents();
            unbinds("UNBIND " + wallet, linked.binding());
            unbinds("UNBIND " + wallet + " once more", linked.binding());
            bench().store.restore(granted);
            unbinds("UNBIND " + wallet + " in a process that missed the first", linked.binding());
            Binding lost = bench().link(wallet).binding();
            bench().provider.next(Operation.UNBIND, Fault.connectionReset().afterEffect());
            UnbindOutcome unknown = bench().dompet.unbind(lost);
            bench().provider.clearFaults();
            unbinds(
                    "UNBIND " + wallet + " again after the answer was lost: " + unknown.state(),
                    lost);
            Linked inApp = bench().link(wallet);
            bench().provider.wallet(wallet, inApp.customer().phone()).unlinkInApp();
            unbinds(
                    "UNBIND " + wallet + " after the customer ended it in the app",
                    inApp.binding());
        }
    }

    @Rule(
            id = "BND-17",
            needs = {Need.BIND, Need.UNBIND},
            demands = "After UNBOUND nothing of the link is left in the credential store.",
            why = "What is not kept cannot leak, and the customer has withdrawn it.",
            check =
                    "subjects other than the binding's id, such as customers' tokens: forget them"
                            + " when the link has ended.")
    public final void bnd17_unbindForgets() {
        for (Wallet wallet : unlinkable()) {
            Linked warmUp = bench().link(wallet); // so that the merchant's own tokens are there
            Map<CredentialStore.Key, CredentialStore.Credential> before = bench().store.contents();
            Linked linked = bench().link(wallet);
            if (bench().profile().can(wallet, Capability.BALANCE)) {
                Tried.of(() -> bench().dompet.balance(linked.binding()))
                        .expect("BALANCE " + wallet, "Balance");
            }
            unbinds("UNBIND " + wallet, linked.binding());
            Map<CredentialStore.Key, CredentialStore.Credential> left = bench().store.since(before);
            left.keySet().removeAll(before.keySet());
            expect(
                    left.isEmpty(),
                    "UNBIND " + wallet + ": the credential store has nothing of the link any more",
                    left.size() + " credential(s) that were not there before it");
            unbinds("UNBIND " + wallet, warmUp.binding());
        }
    }

    @Rule(
            id = "BND-18",
            needs = {Need.BIND, Need.UNBIND},
            demands = "An unbinding that could not be sent is Unavailable, and can be repeated.",
            why = "UNBOUND would leave a link behind that the customer believes to be gone.",
            check = "exceptions of Call.send: let HttpFailure through, and forget nothing before.")
    public final void bnd18_unsentUnbindIsUnavailable() {
        for (Unreachable nobody : Unreachable.all(bench())) {
            for (Wallet wallet : unlinkable()) {
                Binding binding = bench().link(wallet).binding();
                bench().mark();
                String situation = "UNBIND " + wallet + " when " + nobody.name();
                Tried.of(() -> nobody.dompet().unbind(binding)).expect(situation, "Unavailable");
                expect(bench().seen().isEmpty(), situation + ": no request", bench().seen());
                unbinds(situation + ", and again when it can be reached", binding);
                expectRequests(bench(), situation + ", and again", Operation.UNBIND, 1);
            }
        }
    }

    @Rule(
            id = "BND-19",
            needs = {Need.BIND, Need.UNBIND},
            demands = "An unbinding whose answer is lost is UNKNOWN, sent once, and repeatable.",
            why =
                    "Nobody knows whether the link has ended. Only asking again, with the"
                            + " credential, finds out.",
            check =
                    "Effect.CHANGES_STATE on the request; the credential is forgotten after Unbound"
                            + " only.")
    public final void bnd19_lostUnbindIsUnknown() {
        for (Wallet wallet : unlinkable()) {
            FaultDrill drill = drill(wallet);
            drive(drill, wallet, drill.cells(faults(wallet).lost()), "UNKNOWN");
        }
    }

    @Rule(
            id = "BND-20",
            needs = {Need.BIND, Need.UNBIND},
            demands =
                    "An answer to unbinding that says nothing, or says what no document mentions, is"
                            + " UNKNOWN.",
            why = "A proxy's page is not the provider's word that the permission is withdrawn.",
            check =
                    "the mapping of UnbindPort.unbind: its default must be Unknown, and the HTTP"
                            + " status counts before the body.")
    public final void bnd20_unbelievableUnbindIsUnknown() {
        for (Wallet wallet : unlinkable()) {
            FaultDrill drill = drill(wallet);
            FaultMatrix faults = faults(wallet);
            drive(
                    drill,
                    wallet,
                    drill.cells(faults.serverErrors(), faults.unreadable(), faults.undocumented()),
                    "UNKNOWN");
            drive(drill, wallet, drill.cells(faults.damaged()), "UNKNOWN", "UNBOUND");
        }
    }

    private FaultDrill drill(Wallet wallet) {
        return new FaultDrill(
                bench(),
                "UNBIND " + wallet,
                Operation.UNBIND,
                bench().scale.thorough() && wallet.equals(unlinkable().get(0)));
    }

    private FaultMatrix faults(Wallet wallet) {
        Binding binding = bench().link(wallet).binding();
        return FaultMatrix.of(
                bench(), Operation.UNBIND, () -> unbinds("UNBIND " + wallet, binding));
    }

    private void drive(FaultDrill drill, Wallet wallet, List<FaultCell> cells, String... allowed) {
        Binding untouched = bench().link(wallet).binding();
        for (FaultCell cell : cells) {
            Binding binding = cell.takesEffect() ? bench().link(wallet).binding() : untouched;
            Tried tried = drill.meet(cell, dompet -> dompet.unbind(binding));
            tried.expect(drill.when(cell), allowed);
            drill.sentOnce(cell);
        }
        bench().mark();
        unbinds(drill.what() + " after faults", untouched);
        expectRequests(bench(), drill.what() + " after faults", Operation.UNBIND, 1);
    }
}
