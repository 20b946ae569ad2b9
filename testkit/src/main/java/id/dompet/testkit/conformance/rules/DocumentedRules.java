package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;

import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Payer;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.simulated.DocumentedAnswer;
import id.dompet.testkit.simulated.DocumentedFault;
import id.dompet.testkit.simulated.Operation;
import java.util.List;

/** PAY and STA: documented codes mean what the documents say, those that are never seen too. */
abstract class DocumentedRules extends StatusRules {

    @Rule(
            id = "PAY-40",
            needs = Need.PAY,
            demands =
                    "Every documented code of an answer to a charge means what the documents say.",
            why =
                    "A code that stands for \"authorised\" or \"being worked on\" and is taken for"
                            + " paid gives goods away; one that is taken for a decline loses a"
                            + " payment.",
            check =
                    "the table of codes of PayPort.pay, line by line, against the table in the"
                            + " provider's documents.")
    public final void pay40_documentedCodesMeanWhatTheySay() {
        List<DocumentedFault> all = documented(Operation.PAY);
        for (Way way : bench().ways()) {
            Payer payer = new Payer(bench(), way);
            for (DocumentedFault each : all) {
                Payment payment = payer.next(PRICE);
                bench().provider.next(Operation.PAY, each.fault());
                Tried tried = Tried.of(() -> bench().dompet.pay(payment));
                bench().provider.clearFaults();
                expectMeaning("PAY " + way, each.answer(), tried);
            }
        }
    }

    @Rule(
            id = "STA-40",
            needs = Need.PAY,
            demands =
                    "Every documented code of an answer about a payment means what the documents"
                            + " say.",
            why =
                    "The states that are rare (authorised, under review, partly taken) are those"
                            + " that nobody tries by hand. One that is taken for paid gives goods"
                            + " away.",
            check =
                    "the table of codes of StatusPort.status, line by line, against the table in the"
                            + " provider's documents.")
    public final void sta40_documentedCodesMeanWhatTheySay() {
        List<DocumentedFault> all = documented(Operation.STATUS);
        Truths truths = new Truths(bench());
        for (Way way : truths.oneForEachWallet()) {
            expectOpenIsOpen(truths, way);
            for (DocumentedFault each : all) {
                Payment payment = truths.paid(way, PRICE);
                bench().waitAsDeclared(way.wallet());
                bench().provider.next(Operation.STATUS, each.fault());
                Tried tried = Tried.of(() -> bench().dompet.status(payment));
                bench().provider.clearFaults();
                expectMeaning("status of a payment by " + way, each.answer(), tried);
            }
        }
    }

    /** What this rule starts from; where it does not hold, STA-05 says so. */
    private void expectOpenIsOpen(Truths truths, Way way) {
        boolean misread =
                truths.open(way, PRICE)
                        .map(open -> Tried.of(() -> bench().status(open.payment())))
                        .filter(tried -> !tried.is("AWAITING_CUSTOMER", "PROCESSING"))
                        .isPresent();
        if (misread) {
            throw notApplicable("an open payment is not read as open: see STA-05");
        }
    }

    private List<DocumentedFault> documented(Operation operation) {
        List<DocumentedFault> all = bench().provider.documented(operation);
        if (all.isEmpty()) {
            throw notApplicable(
                    "the simulated provider names no documented codes for %s that it never sends"
                                    .formatted(operation)
                            + ": ProviderDialect.documented");
        }
        return all;
    }

    private static void expectMeaning(String operation, DocumentedAnswer answer, Tried tried) {
        String[] meanings =
                answer.meanings().stream().map(PaymentOutcome.State::name).toArray(String[]::new);
        expect(
                tried.is(meanings),
                "%s, answered with the documented code %s (HTTP %d): %s"
                        .formatted(
                                operation,
                                answer.code(),
                                answer.status(),
                                String.join(" or ", meanings)),
                tried);
    }
}
