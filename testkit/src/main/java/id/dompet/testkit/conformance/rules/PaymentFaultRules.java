package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;
import static id.dompet.testkit.conformance.bench.Expect.expectRequests;

import id.dompet.Dompet;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.testkit.Fault;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Payer;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Unreachable;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.conformance.faults.FaultCell;
import id.dompet.testkit.conformance.faults.FaultMatrix;
import id.dompet.testkit.simulated.Operation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** PAY: charges whose answer is lost or cannot be believed. */
abstract class PaymentFaultRules extends PaymentTokenRules {

    private static final int ATTEMPTS = 3;
    private static final Set<Operation> NEXT_TO_A_CHARGE =
            EnumSet.of(Operation.PAY, Operation.TOKEN, Operation.CUSTOMER_TOKEN, Operation.STATUS);

    @Rule(
            id = "PAY-02",
            needs = Need.PAY,
            demands =
                    "A charge whose answer is lost is UNKNOWN after exactly one request, and status"
                            + " finds out later what became of it.",
            why = "Taken for declined, it is money without goods; sent again, it is taken twice.",
            check = "What the module does with HttpFailure: let it through.")
    public final void pay02_aLostAnswerIsUnknown() {
        boolean first = true;
        for (Way way : bench().ways()) {
            Payer payer = new Payer(bench(), way);
            for (FaultCell cell : answers(payer).lost()) {
                // Cells that hang take real time, and do not differ from way to way.
                if (!cell.hangs() || (first && bench().scale.thorough())) {
                    expectTruthLater(payer, cell, expectUnknown(payer, cell));
                }
            }
            first = false;
        }
    }

    @Rule(
            id = "PAY-03",
            needs = Need.PAY,
            demands = "500, 502, 503, 504, 408 and 429 are UNKNOWN, after exactly one request.",
            why = "A server that failed may have charged before; clients that retry charge twice.",
            check = "Which HTTP statuses the module reads at all, and retries of its own.")
    public final void pay03_serverErrorsAreUnknown() {
        for (Way way : bench().ways()) {
            Payer payer = new Payer(bench(), way);
            for (FaultCell cell : answers(payer).serverErrors()) {
                Payment payment = payer.next(PRICE);
                Tried tried = payInto(cell, payment);
                expectSentOnce(payer, cell, payment);
                tried.expect(payer + " when " + cell, "UNKNOWN");
                expectNoSecondTry(payer + " when " + cell, tried);
            }
        }
    }

    @Rule(
            id = "PAY-04",
            needs = Need.PAY,
            demands =
                    "An answer that cannot be read is UNKNOWN; one with a damaged part is UNKNOWN"
                            + " or the truth.",
            why = "A proxy's page with HTTP 200 is not a payment, and not a refusal either.",
            check = "What is read before the result code is found, and what stands in for it.")
    public final void pay04_unreadableAnswersAreUnknown() {
        for (Way way : bench().ways()) {
            Payer payer = new Payer(bench(), way);
            FaultMatrix answers = answers(payer);
            for (FaultCell cell : answers.unreadable()) {
                Payment unused = expectUnknown(payer, cell);
            }
            for (FaultCell cell : answers.damaged()) {
                expectTruthOrUnknown(payer, cell);
            }
        }
    }

    @Rule(
            id = "PAY-05",
            needs = Need.PAY,
            demands =
                    "A result code that no document mentions is UNKNOWN, whatever its HTTP status.",
            why = "Providers add codes; only a documented one says what happened.",
            check = "The default branch where codes are told apart.")
    public final void pay05_undocumentedCodesAreUnknown() {
        for (Way way : bench().ways()) {
            Payer payer = new Payer(bench(), way);
            for (FaultCell cell : answers(payer).undocumented()) {
                Payment unused = expectUnknown(payer, cell);
            }
        }
    }

    @Rule(
            id = "PAY-06",
            needs = Need.PAY,
            demands =
                    "When nothing could be sent, pay throws Unavailable, and the same payment can"
                            + " be sent again and is charged once.",
            why = "It is the one case in which a shop may simply try again.",
            check = "Exceptions that the module catches around Call.send.")
    public final void pay06_nothingSentIsUnavailable() {
        Bench bench = bench();
        List<Unreachable> nobody = Unreachable.all(bench);
        for (Way way : bench.ways()) {
            Payer payer = new Payer(bench, way);
            for (Unreachable none : nobody) {
                String when = way + " when " + none.name();
                Payment payment = payer.next(PRICE);
                bench.mark();
                Tried.of(() -> none.dompet().pay(payment)).expect(when, "Unavailable");
                expectRequests(bench, when, Operation.PAY, 0);
                expectSentAgain(when, payment, payer);
            }
            expectNothingSentWithoutToken(payer);
        }
    }

    /** Where the merchant's token cannot be had, the charge is not sent. */
    private void expectNothingSentWithoutToken(Payer payer) {
        Bench bench = bench();
        Payment payment = payer.next(PRICE);
        for (Fault fault : List.of(Fault.status(503), Fault.htmlPage())) {
            Dompet fresh = bench.withoutTokens(UnaryOperator.identity());
            bench.provider.next(Operation.TOKEN, fault);
            bench.provider.next(Operation.TOKEN, fault);
            bench.mark();
            Tried tried = Tried.of(() -> fresh.pay(payment));
            bench.provider.clearFaults();
            if (bench.count(Operation.TOKEN) == 0) {
                return;
            }
            String when = payer + " when the merchant's token cannot be had";
            tried.expect(when, "Unavailable");
            expectRequests(bench, when, Operation.PAY, 0);
        }
        expectSentAgain(payer + " after the token could not be had", payment, payer);
    }

    private void expectSentAgain(String when, Payment payment, Payer payer) {
        Tried again = Tried.of(() -> bench().dompet.pay(payment));
        again.expect(when + ", then sent again", "PAID", "AWAITING_CUSTOMER", "PROCESSING");
        bench().confirm(payment, (PaymentOutcome) again.value().orElseThrow());
        expectCharged(when + ", then sent again", payment, payer);
    }

    /** The faults, cut to the measure of an answer to a charge of this payer's. */
    private FaultMatrix answers(Payer payer) {
        return FaultMatrix.of(
                bench(),
                Operation.PAY,
                () -> {
                    PaymentOutcome unused = bench().dompet.pay(payer.next(PRICE));
                });
    }

    /** Fails unless the charge that meets the fault is UNKNOWN after one request. */
    private Payment expectUnknown(Payer payer, FaultCell cell) {
        Payment payment = payer.next(PRICE);
        Tried tried = payInto(cell, payment);
        expectSentOnce(payer, cell, payment);
        tried.expect(payer + " when " + cell, "UNKNOWN");
        return payment;
    }

    private void expectTruthOrUnknown(Payer payer, FaultCell cell) {
        Payment payment = payer.next(PRICE);
        Tried tried = payInto(cell, payment);
        String when = payer + " when " + cell;
        if (bench().timesCharged(payment) == 0) {
            tried.expect(when + ", not paid yet", "UNKNOWN", "AWAITING_CUSTOMER", "PROCESSING");
        } else {
            tried.expect(when + ", paid", "UNKNOWN", "PAID", "AWAITING_CUSTOMER", "PROCESSING");
        }
        expectSentOnce(payer, cell, payment);
    }

    private Tried payInto(FaultCell cell, Payment payment) {
        Bench bench = bench();
        Dompet through = cell.hangs() ? bench.impatient() : bench.dompet;
        Tried tried = payInto(cell, payment, through);
        // A machine that is busy can use up a short deadline before anything is sent.
        for (int i = 1; cell.hangs() && i < ATTEMPTS && isUnsent(tried); i++) {
            tried = payInto(cell, payment, through);
        }
        return tried;
    }

    private boolean isUnsent(Tried tried) {
        return tried.is("Unavailable") && bench().count(Operation.PAY) == 0;
    }

    private Tried payInto(FaultCell cell, Payment payment, Dompet through) {
        bench().mark();
        bench().provider.next(Operation.PAY, cell.fault());
        Tried tried = Tried.of(() -> through.pay(payment));
        bench().provider.clearFaults();
        return tried;
    }

    private void expectSentOnce(Payer payer, FaultCell cell, Payment payment) {
        String when = payer + " when " + cell;
        expectRequests(bench(), when, Operation.PAY, 1);
        expect(
                bench().seen().stream()
                        .allMatch(seen -> NEXT_TO_A_CHARGE.contains(seen.operation())),
                when + ": no other request follows, and nothing is given back",
                bench().seen());
        expect(
                bench().timesCharged(payment) <= 1,
                when + ": money is taken at most once",
                bench().charged(payment));
    }

    private void expectTruthLater(Payer payer, FaultCell cell, Payment payment) {
        boolean paid =
                bench().timesCharged(payment) == 1
                        || bench().provider
                                .payLate(payment.reference(), payment.customer().phone());
        if (paid) {
            String when = payer + " when " + cell + " and the money moved";
            Tried.of(() -> bench().status(payment)).expect(when + ": status later", "PAID");
            expectCharged(when, payment, payer);
        }
    }
}
