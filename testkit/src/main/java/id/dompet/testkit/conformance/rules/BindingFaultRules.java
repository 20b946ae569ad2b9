package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;

import id.dompet.Dompet;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Linking;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Unreachable;
import id.dompet.testkit.conformance.faults.FaultCell;
import id.dompet.testkit.conformance.faults.FaultDrill;
import id.dompet.testkit.conformance.faults.FaultMatrix;
import id.dompet.testkit.simulated.Operation;
import java.util.List;
import java.util.function.Function;

/** BND: links whose answers are lost or cannot be believed. */
abstract class BindingFaultRules extends BindingSafetyRules {

    @Rule(
            id = "BND-10",
            needs = Need.BIND,
            demands =
                    "A link that could not be asked for is Unavailable, and can be asked for again.",
            why = "The customer can try again at once: nothing was begun.",
            check = "exceptions of Call.send: let HttpFailure through.")
    public final void bnd10_unsentBindIsUnavailable() {
        for (Unreachable nobody : Unreachable.all(bench())) {
            for (Wallet wallet : linkable()) {
                BindRequest request = bench().bindRequest(wallet, bench().customer());
                bench().mark();
                String situation = "BIND " + wallet + " when " + nobody.name();
                Tried.of(() -> nobody.dompet().bind(request)).expect(situation, "Unavailable");
                expect(bench().seen().isEmpty(), situation + ": no request", bench().seen());
                Binding unused =
                        bound(
                                situation + ", and again when it can be reached",
                                bench().finish(bench().dompet.bind(request)));
            }
        }
    }

    private FaultDrill drill(Wallet wallet, Operation operation) {
        return new FaultDrill(
                bench(),
                operation + " " + wallet,
                operation,
                bench().scale.thorough() && wallet.equals(linkable().get(0)));
    }

    private FaultMatrix bindFaults(Wallet wallet) {
        return FaultMatrix.of(
                bench(),
                Operation.BIND,
                () -> {
                    Linking unused = Linking.start(bench(), wallet);
                });
    }

    private Function<Dompet, BindOutcome> bind(Wallet wallet) {
        BindRequest request = bench().bindRequest(wallet, bench().customer());
        return dompet -> dompet.bind(request);
    }

    @Rule(
            id = "BND-11",
            needs = Need.BIND,
            demands = "A link whose answer is lost is UNKNOWN, and was asked for once.",
            why =
                    "The provider may have begun a link. Asked for twice, the customer gets two"
                            + " pages and two messages; called impossible, a link may exist that"
                            + " nobody knows of.",
            check =
                    "Effect.CHANGES_STATE on the request that begins the link; no loop and no catch"
                            + " around Call.send.")
    public final void bnd11_lostBindIsUnknown() {
        for (Wallet wallet : linkable()) {
            FaultDrill drill = drill(wallet, Operation.BIND);
            for (FaultCell cell : drill.cells(bindFaults(wallet).lost())) {
                drill.meet(cell, bind(wallet)).expect(drill.when(cell), "UNKNOWN");
                drill.sentOnce(cell);
            }
        }
    }

    @Rule(
            id = "BND-12",
            needs = Need.BIND,
            demands =
                    "An answer to a link that says nothing, or says what no document mentions, is"
                            + " UNKNOWN.",
            why =
                    "A proxy's error page is not the provider's refusal: the merchant would tell"
                            + " the customer that their number is not accepted.",
            check =
                    "the mapping of BindPort.start: its default must be Unknown, and the HTTP status"
                            + " counts before the body.")
    public final void bnd12_unbelievableBindIsUnknown() {
        for (Wallet wallet : linkable()) {
            FaultDrill drill = drill(wallet, Operation.BIND);
            FaultMatrix faults = bindFaults(wallet);
            for (FaultCell cell :
                    drill.cells(
                            faults.serverErrors(), faults.unreadable(), faults.undocumented())) {
                drill.meet(cell, bind(wallet)).expect(drill.when(cell), "UNKNOWN");
                drill.sentOnce(cell);
            }
            for (FaultCell cell : drill.cells(faults.damaged())) {
                drill.meet(cell, bind(wallet))
                        .expect(drill.when(cell), "UNKNOWN", "AWAITING_CUSTOMER");
                drill.sentOnce(cell);
            }
        }
    }

    @Rule(
            id = "BND-13",
            needs = Need.BIND,
            demands =
                    "Completing a link through a fault links and refuses nothing, and the same"
                            + " attempt can be completed afterwards.",
            why =
                    "The customer has agreed, and the link exists. REFUSED loses it for good: the"
                            + " attempt is over then.",
            check =
                    "BindPort.complete: everything but a documented answer is Unknown or"
                            + " Processing; nothing is forgotten before the answer is read.")
    public final void bnd13_faultyCompletionDecidesNothing() {
        for (Wallet wallet : linkable()) {
            FaultDrill drill = drill(wallet, Operation.COMPLETE_BIND);
            FaultMatrix faults =
                    FaultMatrix.of(
                            bench(),
                            Operation.COMPLETE_BIND,
                            () -> {
                                Linking linking = Linking.start(bench(), wallet);
                                Binding unused =
                                        bound("linking " + wallet, linking.end(linking.agree()));
                            });
            for (FaultCell cell :
                    drill.cells(
                            faults.lost(),
                            faults.serverErrors(),
                            faults.unreadable(),
                            faults.undocumented())) {
                completes(drill, cell, wallet, List.of());
            }
            for (FaultCell cell : drill.cells(faults.damaged())) {
                completes(drill, cell, wallet, List.of("BOUND"));
            }
        }
    }

    private void completes(
            FaultDrill drill, FaultCell cell, Wallet wallet, List<String> alsoAllowed) {
        Linking linking = Linking.start(bench(), wallet);
        String returned = linking.agree();
        Tried tried = drill.meet(cell, dompet -> dompet.completeBind(linking.attempt(), returned));
        expect(
                tried.is("UNKNOWN", "PROCESSING", "Unavailable", "RateLimited")
                        || alsoAllowed.contains(tried.word()),
                drill.when(cell)
                        + ": UNKNOWN or PROCESSING or Unavailable"
                        + (alsoAllowed.isEmpty() ? "" : " or the truth"),
                tried);
        expect(
                bench().count(Operation.COMPLETE_BIND) <= 1,
                drill.when(cell) + ": asked once",
                bench().seen());
        if (tried.value().orElse("") instanceof BindOutcome.Bound bound) {
            works(drill.when(cell), bound.binding());
        } else if (!cell.takesEffect()) {
            works(
                    drill.when(cell) + ", completed again",
                    bound(drill.when(cell) + ", completed again", linking.end(returned)));
        }
    }

    /** A binding that came out of a damaged answer must be a real one. */
    private void works(String situation, Binding binding) {
        if (bench().profile().can(binding.wallet(), Capability.BALANCE)) {
            Tried.of(() -> bench().dompet.balance(binding))
                    .expect(situation + ", then asked for its balance", "Balance");
        }
    }
}
