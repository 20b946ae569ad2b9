package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;
import static id.dompet.testkit.conformance.bench.Expect.expectRequests;

import id.dompet.model.Binding;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.simulated.DocumentedRefusal;
import id.dompet.testkit.simulated.Operation;
import java.util.List;

/** BND: links that the provider does not end. */
abstract class UnbindRefusalRules extends UnbindRules {

    @Rule(
            id = "BND-60",
            needs = {Need.BIND, Need.UNBIND},
            demands =
                    "An unbinding that the provider refuses with a documented code is not UNBOUND,"
                            + " and can be repeated.",
            why =
                    "The customer is told that the permission is withdrawn while it lives on, and"
                            + " with its credential forgotten nobody can end it any more.",
            check =
                    "the mapping of UnbindPort.unbind, code by code: Unbound for success and for"
                            + " \"has ended already\" only.")
    public final void bnd60_refusedUnbindIsNotUnbound() {
        List<DocumentedRefusal> all = bench().provider.unbindRefusals();
        if (all.isEmpty()) {
            throw notApplicable(
                    "the simulated provider names no code that refuses to unbind:"
                            + " ProviderDialect.unbindRefusals");
        }
        for (Wallet wallet : bench().wallets(Capability.UNBIND)) {
            if (!bench().profile().can(wallet, Capability.BIND)) {
                continue;
            }
            Binding binding = bench().link(wallet).binding();
            for (DocumentedRefusal each : all) {
                bench().provider.next(Operation.UNBIND, each.fault());
                Tried tried = Tried.of(() -> bench().dompet.unbind(binding));
                bench().provider.clearFaults();
                expect(
                        !tried.is("UNBOUND"),
                        "UNBIND %s, refused with the documented code %s: not UNBOUND"
                                .formatted(wallet, each.code()),
                        tried);
            }
            String again = "UNBIND %s after %d refusals".formatted(wallet, all.size());
            bench().mark();
            Tried.of(() -> bench().dompet.unbind(binding)).expect(again, "UNBOUND");
            expectRequests(bench(), again, Operation.UNBIND, 1);
        }
    }
}
