package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;
import static id.dompet.testkit.conformance.bench.Expect.expectRequests;

import id.dompet.model.Binding;
import id.dompet.model.TopUpInstruction;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.testkit.Fault;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.faults.FaultCell;
import id.dompet.testkit.conformance.faults.FaultDrill;
import id.dompet.testkit.conformance.faults.FaultMatrix;
import id.dompet.testkit.simulated.Operation;
import java.util.List;

/** TOP: how a wallet is filled. */
abstract class TopUpRules extends BalanceRules {

    private List<Wallet> fillable() {
        return bench().wallets(Capability.TOP_UP_INSTRUCTIONS).stream()
                .filter(wallet -> bench().profile().can(wallet, Capability.BIND))
                .toList();
    }

    @Rule(
            id = "TOP-01",
            needs = {Need.BIND, Need.TOP_UP},
            demands =
                    "Every way of filling the wallet that the provider tells has a title and a page.",
            why = "Merchants show them as a list of links to a customer whose wallet is empty.",
            check = "TopUpPort: which field is the title, which the page.")
    public final void top01_instructionsAreComplete() {
        for (Wallet wallet : fillable()) {
            Binding binding = bench().link(wallet).binding();
            bench().mark();
            List<TopUpInstruction> ways = bench().dompet.topUpInstructions(binding);
            expect(!ways.isEmpty(), "TOP_UP " + wallet + ": at least one way", ways);
            for (TopUpInstruction way : ways) {
                expect(
                        !way.title().isBlank()
                                && way.page().contains("://")
                                && !way.title().contains("://"),
                        "TOP_UP " + wallet + ": each way has a title and the address of a page",
                        way);
            }
            expectRequests(bench(), "TOP_UP " + wallet, Operation.TOP_UP, 1);
        }
    }

    @Rule(
            id = "TOP-02",
            needs = {Need.BIND, Need.TOP_UP},
            demands =
                    "An answer that is lost or cannot be believed is an exception, not an empty"
                            + " list.",
            why = "An empty list says that the wallet cannot be filled.",
            check = "the mapping of TopUpPort: its default must be Unavailable.")
    public final void top02_faultsAreExceptions() {
        for (Wallet wallet : fillable()) {
            Binding binding = bench().link(wallet).binding();
            FaultDrill drill =
                    new FaultDrill(
                            bench(),
                            "TOP_UP " + wallet,
                            Operation.TOP_UP,
                            bench().scale.thorough() && wallet.equals(fillable().get(0)));
            FaultMatrix faults =
                    FaultMatrix.of(
                            bench(),
                            Operation.TOP_UP,
                            () -> {
                                var unused = bench().dompet.topUpInstructions(binding);
                            });
            for (FaultCell cell :
                    drill.cells(
                            faults.lost(),
                            faults.serverErrors(),
                            faults.unreadable(),
                            faults.undocumented())) {
                drill.meet(cell, dompet -> dompet.topUpInstructions(binding))
                        .expect(drill.when(cell), "Unavailable", "RateLimited", "ProviderFault");
                drill.sentOnce(cell);
            }
        }
    }

    @Rule(
            id = "TOP-60",
            needs = {Need.BIND, Need.TOP_UP},
            demands = "A way of filling the wallet leads to a web page, and to nothing else.",
            why = "The shop shows it as a link: javascript: runs there in the shop's own name.",
            check = "TopUpPort: the scheme of every address out of an answer.")
    public final void top60_instructionsLeadToWebPages() {
        for (Wallet wallet : fillable()) {
            Binding binding = bench().link(wallet).binding();
            for (String unsafe : List.of("javascript:alert(1)//", "data:text/html,", "file://")) {
                bench().provider
                        .next(
                                Operation.TOP_UP,
                                Fault.rewritten(
                                        answer ->
                                                answer.withBody(
                                                        answer.text()
                                                                .replace("https://", unsafe))));
                Tried tried = Tried.of(() -> bench().dompet.topUpInstructions(binding));
                bench().provider.clearFaults();
                expect(
                        tried.value()
                                .map(Object::toString)
                                .filter(t -> t.contains(unsafe))
                                .isEmpty(),
                        "TOP_UP %s, answered with a page at %s: it is not among the ways"
                                .formatted(wallet, unsafe),
                        tried);
            }
        }
    }
}
