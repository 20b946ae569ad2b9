package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;

import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.simulated.DocumentedRefund;
import id.dompet.testkit.simulated.Operation;
import java.util.List;

/** RFD: documented codes mean what the documents say, those that are never seen too. */
abstract class RefundCodeRules extends RefundCareRules {

    @Rule(
            id = "RFD-60",
            needs = {Need.PAY, Need.REFUND},
            demands =
                    "Every documented code of an answer to a refund, or to a question about one,"
                            + " means what the documents say.",
            why =
                    "A refund that is being worked on and is called declined is given back a second"
                            + " time by the merchant; one that is called done never reaches its"
                            + " customer.",
            check =
                    "the tables of codes of RefundPort.refund and refundStatus, line by line,"
                            + " against those in the provider's documents.")
    public final void rfd60_documentedCodesMeanWhatTheySay() {
        List<DocumentedRefund> sent = bench().provider.documentedRefunds(Operation.REFUND);
        List<DocumentedRefund> asked = bench().provider.documentedRefunds(Operation.REFUND_STATUS);
        if (sent.isEmpty() && asked.isEmpty()) {
            throw notApplicable(
                    "the simulated provider names no documented codes for refunds that it never"
                            + " sends: ProviderDialect.documentedRefunds");
        }
        for (Way way : new Truths(bench()).refundable()) {
            Refunding refunding = new Refunding(bench(), way);
            for (DocumentedRefund each : sent) {
                Refund refund = refunding.next();
                bench().provider.next(Operation.REFUND, each.fault());
                Tried tried = Tried.of(() -> bench().dompet.refund(refund));
                bench().provider.clearFaults();
                expectMeaning("refund of a payment by " + way, each, tried);
            }
            for (DocumentedRefund each : asked) {
                Refund refund = refunding.next();
                Tried.of(() -> bench().dompet.refund(refund))
                        .expect("a refund by " + way + " to ask about", "REFUNDED", "PROCESSING");
                bench().waitAsDeclared(way.wallet());
                bench().provider.next(Operation.REFUND_STATUS, each.fault());
                Tried tried = Tried.of(() -> bench().dompet.refundStatus(refund));
                bench().provider.clearFaults();
                expectMeaning("refundStatus of a refund by " + way, each, tried);
            }
        }
    }

    private static void expectMeaning(String operation, DocumentedRefund each, Tried tried) {
        String[] meanings =
                each.meanings().stream().map(RefundOutcome.State::name).toArray(String[]::new);
        expect(
                tried.is(meanings),
                "%s, answered with the documented code %s: %s"
                        .formatted(operation, each.code(), String.join(" or ", meanings)),
                tried);
    }
}
