package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;

import id.dompet.model.Wallet;
import id.dompet.testkit.Fault;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Linking;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.simulated.Operation;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** BND: what the provider's answer about a link names. */
abstract class BindingAnswerRules extends BindingOwnerRules {

    @Rule(
            id = "BND-61",
            needs = Need.BIND,
            demands =
                    "An answer that names another attempt than the one asked about links nothing.",
            why =
                    "What it grants is another customer's: a proxy that mixes answers up, or a page"
                            + " kept by one, makes one customer pay from another's wallet.",
            check = "BindPort.complete: compare the reference in the answer with the attempt's.")
    public final void bnd61_anAnswerAboutAnotherAttemptLinksNothing() {
        boolean named = false;
        for (Wallet wallet : linkable()) {
            Linking linking = Linking.start(bench(), wallet);
            String reference = linking.attempt().reference();
            Optional<URI> unused =
                    bench().provider.confirm(linking.page(), linking.attempt().customer().phone());
            AtomicBoolean changed = new AtomicBoolean();
            bench().provider.next(Operation.COMPLETE_BIND, other(reference, changed));
            Tried tried = Tried.of(() -> linking.end(linking.attempt().returnUrl().toString()));
            bench().provider.clearFaults();
            named |= changed.get();
            expect(
                    !changed.get() || !tried.is("BOUND"),
                    "COMPLETE_BIND %s, answered about another attempt than %s: not BOUND"
                            .formatted(wallet, reference),
                    tried);
        }
        if (!named) {
            throw notApplicable("the simulated provider's answers do not name the attempt");
        }
    }

    private Fault other(String reference, AtomicBoolean changed) {
        return Fault.rewritten(
                answer -> {
                    String quoted = "\"" + reference + "\"";
                    if (!answer.text().contains(quoted)) {
                        return answer;
                    }
                    changed.set(true);
                    return bench().provider
                            .resealed(
                                    answer.withBody(
                                            answer.text().replace(quoted, "\"of-somebody-else\"")));
                });
    }
}
