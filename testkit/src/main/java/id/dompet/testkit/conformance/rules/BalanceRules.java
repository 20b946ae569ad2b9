package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;
import static id.dompet.testkit.conformance.bench.Expect.expectRequests;

import id.dompet.Dompet;
import id.dompet.model.Balance;
import id.dompet.model.Binding;
import id.dompet.model.Money;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Linked;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Unreachable;
import id.dompet.testkit.conformance.faults.FaultCell;
import id.dompet.testkit.conformance.faults.FaultDrill;
import id.dompet.testkit.conformance.faults.FaultMatrix;
import id.dompet.testkit.conformance.faults.NearMiss;
import id.dompet.testkit.simulated.Operation;
import id.dompet.testkit.simulated.SimulatedWallet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** BAL: what a wallet holds. */
abstract class BalanceRules extends UnbindRefusalRules {

    private List<Wallet> askable() {
        return bench().wallets(Capability.BALANCE).stream()
                .filter(wallet -> bench().profile().can(wallet, Capability.BIND))
                .toList();
    }

    private SimulatedWallet walletOf(Linked linked) {
        return bench().provider.wallet(linked.binding().wallet(), linked.customer().phone());
    }

    private void holds(String situation, Linked linked, long rupiah) {
        Tried tried = Tried.of(() -> bench().dompet.balance(linked.binding()));
        expect(
                tried.value().orElse("") instanceof Balance balance
                        && balance.cash().equals(Money.idr(rupiah)),
                situation + ": the balance is exactly " + Money.idr(rupiah),
                tried);
    }

    @Rule(
            id = "BAL-01",
            needs = {Need.BIND, Need.BALANCE},
            demands = "Balances are exact, and each customer's own.",
            why =
                    "Customers compare it with their app. A balance that is rounded or another"
                            + " customer's is worse than none.",
            check =
                    "how amounts are read: as decimals, never as double; which of the answer's"
                            + " figures is the cash.")
    public final void bal01_balancesAreExact() {
        for (Wallet wallet : askable()) {
            Linked other = bench().link(wallet);
            walletOf(other).cash(77_777);
            for (long rupiah : new long[] {0, 1, 12_345, 100_000_000, 999_999_999}) {
                Linked one = bench().link(wallet);
                walletOf(one).cash(rupiah);
                holds("BALANCE " + wallet, one, rupiah);
            }
            holds("BALANCE " + wallet + " of another customer", other, 77_777);
            List<Optional<Money>> reported = new ArrayList<>();
            List<Optional<Money>> exact = new ArrayList<>();
            for (long points : new long[] {7, 1_234}) {
                Linked one = bench().link(wallet);
                walletOf(one).cash(12_345);
                walletOf(one).points(points);
                Balance seen = bench().dompet.balance(one.binding());
                reported.add(seen.points());
                exact.add(Optional.of(Money.idr(points)));
                expect(
                        seen.cash().equals(Money.idr(12_345)),
                        "BALANCE " + wallet + " with points: the cash is exactly IDR 12345",
                        seen);
            }
            partsOfRupiah(wallet);
            boolean hasNone = reported.get(0).equals(reported.get(1));
            expect(
                    hasNone || reported.equals(exact),
                    "BALANCE " + wallet + ": points are exactly " + exact,
                    reported);
        }
    }

    /** No wallet holds any, but an answer can say so. */
    private void partsOfRupiah(Wallet wallet) {
        Linked linked = bench().link(wallet);
        walletOf(linked).cash(12_345);
        for (NearMiss miss : NearMiss.of(bench(), "no-reference", Money.idr(12_345))) {
            bench().provider.next(Operation.BALANCE, miss.fault());
            Tried tried = Tried.of(() -> bench().dompet.balance(linked.binding()));
            bench().provider.clearFaults();
            expect(
                    !miss.changed().get()
                            || tried.thrown().isPresent()
                            || !(tried.value().orElse("") instanceof Balance balance)
                            || !balance.cash().equals(Money.idr(12_345)),
                    "BALANCE %s answered with %s: that, to the sen, or an exception"
                            .formatted(wallet, miss.name()),
                    tried);
        }
    }

    @Rule(
            id = "BAL-02",
            needs = {Need.BIND, Need.BALANCE},
            demands = "A balance is asked for each time: nothing is remembered, nothing changes.",
            why = "Customers fill their wallet and come back; the old figure sends them away.",
            check = "caches; questions must have Effect.NONE and change nothing.")
    public final void bal02_balancesAreFresh() {
        for (Wallet wallet : askable()) {
            Linked linked = bench().link(wallet);
            for (long rupiah : new long[] {50_000, 20_000, 20_000, 70_000}) {
                walletOf(linked).cash(rupiah);
                bench().mark();
                holds("BALANCE " + wallet + ", asked again", linked, rupiah);
                expectRequests(
                        bench(), "BALANCE " + wallet + ", asked again", Operation.BALANCE, 1);
                expect(
                        walletOf(linked).cash() == rupiah,
                        "BALANCE " + wallet + ": asking leaves the money where it is",
                        walletOf(linked).cash());
            }
        }
    }

    @Rule(
            id = "BAL-03",
            needs = {Need.BIND, Need.BALANCE},
            demands =
                    "The balance of a wallet that was unlinked in its own app is BindingUnusable.",
            why =
                    "It is how merchants learn that the customer must link again. Anything else is"
                            + " shown as \"please try later\" for ever.",
            check = "the provider's code for \"link has ended\", also where tokens are fetched.")
    public final void bal03_unlinkedIsBindingUnusable() {
        for (Wallet wallet : askable()) {
            for (boolean askedBefore : List.of(true, false)) {
                Linked linked = bench().link(wallet);
                if (askedBefore) {
                    Balance unused = bench().dompet.balance(linked.binding());
                }
                walletOf(linked).unlinkInApp();
                Tried.of(() -> bench().dompet.balance(linked.binding()))
                        .expect(
                                "BALANCE " + wallet + " after the customer unlinked it in the app",
                                "BindingUnusable");
            }
        }
    }

    @Rule(
            id = "BAL-04",
            needs = {Need.BIND, Need.BALANCE},
            demands = "A balance whose answer is lost is an exception, after one request.",
            why =
                    "A figure that nobody said is shown to a customer. Core repeats questions"
                            + " itself.",
            check = "exceptions of Call.send: let HttpFailure through; no loop around it.")
    public final void bal04_lostBalanceIsAnException() {
        for (Unreachable nobody : Unreachable.all(bench())) {
            for (Wallet wallet : askable()) {
                Binding binding = bench().link(wallet).binding();
                Tried.of(() -> nobody.dompet().balance(binding))
                        .expect("BALANCE " + wallet + " when " + nobody.name(), "Unavailable");
            }
        }
        for (Wallet wallet : askable()) {
            Linked linked = bench().link(wallet);
            FaultDrill drill = drill(wallet);
            for (FaultCell cell : drill.cells(faults(linked).lost())) {
                drill.meet(cell, dompet -> dompet.balance(linked.binding()))
                        .expect(drill.when(cell), "Unavailable");
                drill.sentOnce(cell);
            }
            Money unused = bench().dompet.balance(linked.binding()).cash();
        }
    }

    @Rule(
            id = "BAL-05",
            needs = {Need.BIND, Need.BALANCE},
            demands =
                    "An answer that says nothing, or says what no document mentions, is an"
                            + " exception: no figure, and no word about the link.",
            why =
                    "A maintenance page must not become \"you have IDR 0\", nor \"link your wallet"
                            + " again\".",
            check =
                    "the mapping of BalancePort.balance: its default must be Unavailable; a missing"
                            + " amount is not zero.")
    public final void bal05_unbelievableBalanceIsAnException() {
        for (Wallet wallet : askable()) {
            Linked linked = bench().link(wallet);
            walletOf(linked).cash(54_000);
            walletOf(linked).points(1_234);
            Linked other = bench().link(wallet);
            walletOf(other).points(1_234);
            Optional<Money> points = bench().dompet.balance(other.binding()).points();
            FaultDrill drill = drill(wallet);
            FaultMatrix faults = faults(linked);
            for (FaultCell cell :
                    drill.cells(
                            faults.serverErrors(), faults.unreadable(), faults.undocumented())) {
                ask(drill, cell, linked)
                        .expect(drill.when(cell), "Unavailable", "RateLimited", "ProviderFault");
                drill.sentOnce(cell);
            }
            for (FaultCell cell : drill.cells(faults.damaged())) {
                Tried tried = ask(drill, cell, linked);
                boolean truth =
                        tried.value().orElse("") instanceof Balance balance
                                && balance.cash().equals(Money.idr(54_000))
                                && (balance.points().isEmpty() || balance.points().equals(points));
                expect(
                        truth || tried.is("Unavailable", "RateLimited", "ProviderFault"),
                        drill.when(cell)
                                + ": an exception, or the true balance IDR 54000, with its points"
                                + " or without",
                        tried);
            }
        }
    }

    private static Tried ask(FaultDrill drill, FaultCell cell, Linked linked) {
        return drill.meet(cell, (Dompet dompet) -> dompet.balance(linked.binding()));
    }

    private FaultDrill drill(Wallet wallet) {
        return new FaultDrill(
                bench(),
                "BALANCE " + wallet,
                Operation.BALANCE,
                bench().scale.thorough() && wallet.equals(askable().get(0)));
    }

    private FaultMatrix faults(Linked linked) {
        return FaultMatrix.of(
                bench(),
                Operation.BALANCE,
                () -> {
                    Balance unused = bench().dompet.balance(linked.binding());
                });
    }
}
