package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;
import static id.dompet.testkit.conformance.bench.Expect.expectRequests;

import id.dompet.Dompet;
import id.dompet.model.Money;
import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.testkit.Fault;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Unreachable;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.conformance.faults.FaultCell;
import id.dompet.testkit.conformance.faults.FaultMatrix;
import id.dompet.testkit.conformance.faults.NearMiss;
import id.dompet.testkit.simulated.Lie;
import id.dompet.testkit.simulated.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** RFD: refunds whose answer is lost or cannot be believed. */
abstract class RefundFaultRules extends DocumentedRules {
    private static final String UNKNOWN = "UNKNOWN";

    /** What a question comes to that got no answer that counts. */
    private static final String[] NOTHING_SAID = {
        UNKNOWN, "Unavailable", "RateLimited", "ProviderFault"
    };

    /** The same after damage: what is left may say the truth, and a damaged list may lack it. */
    private static final String[] ANYTHING_BUT_DECLINED = {
        UNKNOWN,
        "Unavailable",
        "RateLimited",
        "ProviderFault",
        "NOT_FOUND",
        "PROCESSING",
        "REFUNDED"
    };

    @Rule(
            id = "RFD-06",
            needs = {Need.PAY, Need.REFUND},
            demands =
                    "A refund whose answer is lost is UNKNOWN and sent once; refundStatus finds out"
                            + " later what became of it.",
            why =
                    "An exception says that nothing happened, and the merchant gives the money back"
                            + " once more. A decline says the same.",
            check =
                    "RefundPort.refund: one request with Effect.CHANGES_STATE, HttpFailure let"
                            + " through; refundStatus by the refund's own reference.")
    public final void rfd06_lostAnswersAreUnknown() {
        List<Way> ways = new Truths(bench()).refundable();
        for (Way way : ways) {
            Refunding refunding = new Refunding(bench(), way);
            List<FaultCell> lost = matrix(way, refunding).lost();
            for (FaultCell cell : affordable(lost, way.equals(ways.get(0)))) {
                lost(way, refunding, cell);
            }
        }
    }

    private void lost(Way way, Refunding refunding, FaultCell cell) {
        Refund refund = refunding.next();
        Money before = refunding.given(refund.payment());
        String situation = sendOnce(way, refund, cell, UNKNOWN);
        Money after = refunding.given(refund.payment());
        boolean moved = !after.equals(before);
        expect(
                moved == cell.takesEffect(),
                situation + ": the money goes back as often as the provider carried it out",
                after + " after " + before);
        Tried asked = ask(bench().dompet, refund);
        asked.expect(
                situation + ", asking afterwards",
                moved
                        ? new String[] {"REFUNDED", "PROCESSING"}
                        : new String[] {"NOT_FOUND", "DECLINED", UNKNOWN});
    }

    @Rule(
            id = "RFD-07",
            needs = {Need.PAY, Need.REFUND},
            demands =
                    "Errors of servers, pages for people and damaged answers to a refund are"
                            + " UNKNOWN, unless what is left is the truth; it is sent once.",
            why =
                    "A 503 can come after the money went back. Sent again, it goes back twice;"
                            + " taken for a success, the customer waits for money that never left.",
            check =
                    "the order of decisions: HTTP status, format, code, and the fields that a final"
                            + " state needs. No retries, of the HTTP client's either.")
    public final void rfd07_unbelievableAnswersAreUnknown() {
        for (Way way : new Truths(bench()).refundable()) {
            Refunding refunding = new Refunding(bench(), way);
            FaultMatrix matrix = matrix(way, refunding);
            List<FaultCell> cells = new ArrayList<>(matrix.serverErrors());
            cells.addAll(matrix.unreadable());
            for (FaultCell cell : cells) {
                sendOnce(way, refunding.next(), cell, UNKNOWN);
            }
            for (FaultCell cell : matrix.damaged()) {
                sendOnce(way, refunding.next(), cell, UNKNOWN, "REFUNDED", "PROCESSING");
            }
        }
    }

    @Rule(
            id = "RFD-08",
            needs = {Need.PAY, Need.REFUND},
            demands = "A result of a refund that no document mentions is UNKNOWN.",
            why =
                    "Taken for a decline, the merchant gives the money back by other means, and the"
                            + " customer has it twice.",
            check = "the default branch of the table of codes, for success and for error statuses.")
    public final void rfd08_undocumentedCodesAreUnknown() {
        for (Way way : new Truths(bench()).refundable()) {
            Refunding refunding = new Refunding(bench(), way);
            for (FaultCell cell : matrix(way, refunding).undocumented()) {
                sendOnce(way, refunding.next(), cell, UNKNOWN);
            }
        }
    }

    @Rule(
            id = "RFD-09",
            needs = {Need.PAY, Need.REFUND},
            demands =
                    "A refund that could not be sent is an exception, Unavailable, and the same"
                            + " refund can be sent later.",
            why =
                    "UNKNOWN for what never left has a person look for it; the customer waits for"
                            + " days.",
            check = "that HttpFailure.NotSent goes through, also when a token cannot be fetched.")
    public final void rfd09_notSentIsUnavailable() {
        List<Unreachable> nowhere = Unreachable.all(bench());
        for (Way way : new Truths(bench()).refundable()) {
            Refunding refunding = new Refunding(bench(), way);
            for (Unreachable unreachable : nowhere) {
                Refund refund = refunding.next();
                int before = refunding.times(refund.payment());
                bench().mark();
                String situation = "refund of a payment by " + way + ", when " + unreachable.name();
                Tried.of(() -> unreachable.dompet().refund(refund))
                        .expect(situation, "Unavailable");
                expectRequests(bench(), situation, Operation.REFUND, 0);
                Tried.of(() -> bench().dompet.refund(refund))
                        .expect(situation + ", sent again later", "REFUNDED", "PROCESSING");
                expect(
                        refunding.times(refund.payment()) == before + 1,
                        situation + ", sent again later: the money goes back once",
                        refunding.times(refund.payment()) - before);
            }
        }
    }

    @Rule(
            id = "RFD-10",
            needs = {Need.PAY, Need.REFUND},
            demands =
                    "An answer about another amount, currency, refund or payment is UNKNOWN, to a"
                            + " refund and to a question about one.",
            why =
                    "The customer was promised one amount and gets another, and the books say that"
                            + " all is well.",
            check =
                    "that the amount and currency of Refunded come from the answer where it has"
                            + " them, and that the answer's references are compared.")
    public final void rfd10_liesAreNotBelieved() {
        for (Way way : new Truths(bench()).refundable()) {
            Refunding refunding = new Refunding(bench(), way);
            for (Lie lie : Lie.values()) {
                String name = "the answer has another " + words(lie);
                Optional<Fault> told = bench().provider.lie(Operation.REFUND, lie);
                told.ifPresent(
                        fault ->
                                sendOnce(
                                        way,
                                        refunding.next(),
                                        FaultCell.of(name, fault, false),
                                        UNKNOWN));
                Refund refund = sent(way, refunding);
                bench().provider
                        .lie(Operation.REFUND_STATUS, lie)
                        .ifPresent(
                                fault ->
                                        askOnce(
                                                way,
                                                refund,
                                                FaultCell.of(name, fault, false),
                                                NOTHING_SAID));
            }
            nearMisses(way, refunding);
        }
    }

    private void nearMisses(Way way, Refunding refunding) {
        for (int i = 0; ; i++) {
            Refund refund = refunding.next();
            List<NearMiss> all = NearMiss.of(bench(), refund.reference(), refund.amount());
            if (i == all.size()) {
                return;
            }
            NearMiss miss = all.get(i);
            bench().provider.next(Operation.REFUND, miss.fault());
            Tried tried = Tried.of(() -> bench().dompet.refund(refund));
            bench().provider.clearFaults();
            if (miss.changed().get()) {
                tried.expect(
                        "refund of a payment by %s answered with %s".formatted(way, miss.name()),
                        UNKNOWN);
            }
        }
    }

    @Rule(
            id = "RFD-13",
            needs = {Need.PAY, Need.REFUND},
            demands =
                    "A question about a refund whose answer is lost, unreadable or undocumented"
                            + " says nothing about it, and is sent once.",
            why =
                    "\"Not found\" or \"declined\" out of a time-out makes the merchant refund"
                            + " again what has gone back.",
            check =
                    "refundStatus, in the same way as status: let HttpFailure through, decide"
                            + " late.")
    public final void rfd13_questionsWithoutAnswersSayNothing() {
        List<Way> ways = new Truths(bench()).refundable();
        for (Way way : ways) {
            Refund refund = sent(way, new Refunding(bench(), way));
            FaultMatrix matrix =
                    FaultMatrix.of(
                            bench(),
                            Operation.REFUND_STATUS,
                            () -> {
                                Tried unused = ask(bench().dompet, refund);
                            });
            List<FaultCell> cells =
                    new ArrayList<>(affordable(matrix.lost(), way.equals(ways.get(0))));
            cells.addAll(matrix.serverErrors());
            cells.addAll(matrix.unreadable());
            cells.forEach(cell -> askOnce(way, refund, cell, NOTHING_SAID));
            matrix.undocumented()
                    .forEach(cell -> askOnce(way, refund, cell, StatusFaultRules.NOT_UNDERSTOOD));
            for (FaultCell cell : matrix.damaged()) {
                askOnce(way, refund, cell, ANYTHING_BUT_DECLINED);
            }
        }
    }

    private FaultMatrix matrix(Way way, Refunding refunding) {
        return FaultMatrix.of(
                bench(),
                Operation.REFUND,
                () -> {
                    Refund unused = sent(way, refunding);
                });
    }

    /** A refund that went through. */
    private Refund sent(Way way, Refunding refunding) {
        Refund refund = refunding.next();
        Tried.of(() -> bench().dompet.refund(refund))
                .expect(
                        "a refund of a payment by %s, which this rule starts from".formatted(way),
                        "REFUNDED",
                        "PROCESSING");
        return refund;
    }

    /** Core keeps a module from sending once more, and the module breaks. */
    private static void expectNoSecondTry(String situation, FaultCell cell, Tried tried) {
        if (cell.name().matches("HTTP (5..|408|429).*")
                && tried.value().orElse("") instanceof RefundOutcome.Unknown unknown) {
            expect(
                    unknown.cause() != UnknownCause.PROVIDER_FAULT,
                    situation
                            + ": the module says what it was answered, and does not try to send"
                            + " again, which core refuses",
                    unknown);
        }
    }

    /** One refund, one request, and nothing but what is allowed comes of it. */
    private String sendOnce(Way way, Refund refund, FaultCell cell, String... allowed) {
        bench().mark();
        bench().provider.next(Operation.REFUND, cell.fault());
        Dompet dompet = cell.hangs() ? bench().impatient() : bench().dompet;
        Tried tried = Tried.of(() -> dompet.refund(refund));
        bench().provider.clearFaults();
        String situation = "refund of a payment by %s, when %s".formatted(way, cell.name());
        tried.expect(situation, allowed);
        expectRequests(bench(), situation, Operation.REFUND, 1);
        expectNoSecondTry(situation, cell, tried);
        return situation;
    }

    private void askOnce(Way way, Refund refund, FaultCell cell, String... allowed) {
        bench().provider.next(Operation.REFUND_STATUS, cell.fault());
        Tried tried = ask(cell.hangs() ? bench().impatient() : bench().dompet, refund);
        bench().provider.clearFaults();
        String situation = "refundStatus of a payment by %s, when %s".formatted(way, cell.name());
        tried.expect(situation, allowed);
        expectRequests(bench(), situation, Operation.REFUND_STATUS, 1);
    }

    /** Asks about a refund, not before the profile says that questions make sense. */
    final Tried ask(Dompet dompet, Refund refund) {
        bench().waitAsDeclared(refund.payment().wallet());
        bench().mark();
        return Tried.of(() -> dompet.refundStatus(refund));
    }
}
