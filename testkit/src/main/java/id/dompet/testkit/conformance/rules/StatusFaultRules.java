package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;
import static id.dompet.testkit.conformance.bench.Expect.expectRequests;

import id.dompet.Dompet;
import id.dompet.model.Payment;
import id.dompet.spi.CredentialStore;
import id.dompet.testkit.Fault;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.conformance.faults.FaultCell;
import id.dompet.testkit.conformance.faults.FaultMatrix;
import id.dompet.testkit.conformance.faults.NearMiss;
import id.dompet.testkit.simulated.Lie;
import id.dompet.testkit.simulated.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** STA: questions about payments whose answer is lost or cannot be believed. */
abstract class StatusFaultRules extends PaymentFaultRules {
    /**
     * What a question comes to that nobody answered: nothing is known, and it can be asked again.
     */
    private static final String[] NO_ANSWER = {"UNKNOWN", "Unavailable"};

    /** The same, where something was answered. */
    private static final String[] NOTHING_SAID = {
        "UNKNOWN", "Unavailable", "RateLimited", "ProviderFault"
    };

    /** The same, where the provider refused in words that nobody knows. */
    static final String[] NOT_UNDERSTOOD = {
        "UNKNOWN",
        "Unavailable",
        "RateLimited",
        "ProviderFault",
        "CredentialsRefused",
        "InvalidRequest",
        "BindingUnusable"
    };

    private static final int MOST_ATTEMPTS = 3;

    @Rule(
            id = "STA-06",
            needs = Need.PAY,
            demands =
                    "A question whose answer is lost is asked once and comes to nothing; core may"
                            + " ask it again, and what it is told then counts.",
            why =
                    "A time-out says nothing about the payment. Taken for \"not found\" or for a"
                            + " decline, it cancels orders that are paid; repeated by the module, it"
                            + " gets the merchant blocked.",
            check =
                    "StatusPort.status: let HttpFailure through, catch nothing, send once. Core"
                            + " turns it into Unavailable and asks again if it is configured to.")
    public final void sta06_lostAnswersSayNothing() {
        Truths truths = new Truths(bench());
        List<Way> ways = truths.oneForEachWallet();
        for (Way way : ways) {
            Payment payment = truths.paid(way, PRICE);
            List<FaultCell> lost = matrix(payment).lost();
            for (FaultCell cell : affordable(lost, way.equals(ways.get(0)))) {
                askOnce("status of a payment by " + way, payment, cell, NO_ANSWER);
            }
            askedAgain(way, payment, lost.get(0));
        }
    }

    /** Waiting for deadlines takes real time, and is the same for every wallet. */
    final List<FaultCell> affordable(List<FaultCell> cells, boolean first) {
        return cells.stream()
                .filter(cell -> !cell.hangs() || (first && bench().scale.thorough()))
                .toList();
    }

    private void askedAgain(Way way, Payment payment, FaultCell lost) {
        Dompet patient =
                bench().open(bench().config().with(Map.of("dompet.question-repeats", "2")));
        for (int failures : List.of(2, MOST_ATTEMPTS + 2)) {
            for (int i = 0; i < failures; i++) {
                bench().provider.next(Operation.STATUS, lost.fault());
            }
            bench().waitAsDeclared(way.wallet());
            bench().mark();
            Tried tried = Tried.of(() -> patient.status(payment));
            bench().provider.clearFaults();
            String situation =
                    "status of a payment by %s with question-repeats=2, when %d times %s"
                            .formatted(way, failures, lost);
            if (failures < MOST_ATTEMPTS) {
                tried.expect(situation, "PAID");
            } else {
                tried.expect(situation, NO_ANSWER);
            }
            expectRequests(bench(), situation, Operation.STATUS, MOST_ATTEMPTS);
        }
    }

    @Rule(
            id = "STA-07",
            needs = Need.PAY,
            demands =
                    "Errors of servers, pages for people, and answers that are damaged say nothing"
                            + " about a payment, unless what is left is the truth.",
            why =
                    "A proxy's page or half an answer that is read as \"declined\", \"not found\""
                            + " or \"paid\" gives goods away or cancels what was paid.",
            check =
                    "the order of decisions: HTTP status, then the format, then the code, then the"
                            + " fields that a final state needs. Only a documented code in a"
                            + " complete answer is final; HTTP 404 alone is not \"not found\".")
    public final void sta07_unbelievableAnswersSayNothing() {
        Truths truths = new Truths(bench());
        for (Way way : truths.oneForEachWallet()) {
            String about = "status of a payment by " + way;
            Payment paid = truths.paid(way, PRICE);
            FaultMatrix matrix = matrix(paid);
            List<FaultCell> cells = new ArrayList<>(matrix.serverErrors());
            cells.addAll(matrix.unreadable());
            for (FaultCell cell : cells) {
                askOnce(about, paid, cell, NOTHING_SAID);
            }
            damaged(about + " that was paid", () -> paid);
            truths.open(way, PRICE).ifPresent(open -> damagedOpen(about, truths, way, open));
            truths.refused(way, PRICE)
                    .ifPresent(no -> damaged(about + " that the customer refused", () -> no));
        }
    }

    /** The customer's time must not be over in the midst of it, so that a new one is needed. */
    private void damagedOpen(String about, Truths truths, Way way, Truths.Open first) {
        AtomicReference<Truths.Open> current = new AtomicReference<>(first);
        damaged(
                about + " that waits for the customer",
                () ->
                        current.updateAndGet(
                                        open ->
                                                open.isYoung(bench())
                                                        ? open
                                                        : truths.open(way, PRICE).orElse(open))
                                .payment());
    }

    private void damaged(String about, Supplier<Payment> payments) {
        Tried genuine = Tried.of(() -> bench().status(payments.get()));
        List<String> allowed = new ArrayList<>(List.of(NOTHING_SAID));
        allowed.add(genuine.word());
        if (genuine.is("PROCESSING", "AWAITING_CUSTOMER")) {
            allowed.addAll(List.of("PROCESSING", "AWAITING_CUSTOMER"));
        }
        for (FaultCell cell : matrix(payments.get()).damaged()) {
            askOnce(about, payments.get(), cell, allowed.toArray(String[]::new));
        }
    }

    @Rule(
            id = "STA-08",
            needs = Need.PAY,
            demands = "A result that no document mentions is UNKNOWN, whatever HTTP status it has.",
            why =
                    "Providers add codes without notice. Taken for a decline, the new code for \"in"
                            + " review\" cancels orders that are paid an hour later.",
            check = "the default branch of the table of codes, for success and for error statuses.")
    public final void sta08_undocumentedCodesAreUnknown() {
        Truths truths = new Truths(bench());
        for (Way way : truths.oneForEachWallet()) {
            Payment payment = truths.paid(way, PRICE);
            for (FaultCell cell : matrix(payment).undocumented()) {
                askOnce("status of a payment by " + way, payment, cell, NOT_UNDERSTOOD);
            }
        }
    }

    @Rule(
            id = "STA-09",
            needs = Need.PAY,
            demands =
                    "An answer about another amount, another currency or another payment is"
                            + " UNKNOWN, never PAID.",
            why =
                    "One rupiah paid under the right reference, or somebody else's payment, is not"
                            + " this payment; goods would leave for it.",
            check =
                    "that the amount and currency of PAID come from the answer and not from the"
                            + " payment, and that the answer's reference is compared.")
    public final void sta09_liesAreNotBelieved() {
        Truths truths = new Truths(bench());
        for (Way way : truths.oneForEachWallet()) {
            Payment payment = truths.paid(way, PRICE);
            for (Lie lie : Lie.values()) {
                Optional<Fault> fault = bench().provider.lie(Operation.STATUS, lie);
                fault.ifPresent(
                        told ->
                                askOnce(
                                        "status of a payment by " + way,
                                        payment,
                                        FaultCell.of(
                                                "the answer has another " + words(lie),
                                                told,
                                                false),
                                        NOTHING_SAID));
            }
            nearMisses(way, payment);
        }
    }

    private void nearMisses(Way way, Payment payment) {
        for (NearMiss miss : NearMiss.of(bench(), payment.reference(), PRICE)) {
            bench().waitAsDeclared(payment.wallet());
            bench().provider.next(Operation.STATUS, miss.fault());
            Tried tried = Tried.of(() -> bench().dompet.status(payment));
            bench().provider.clearFaults();
            if (miss.changed().get()) {
                tried.expect(
                        "status of a payment by %s answered with %s".formatted(way, miss.name()),
                        NOTHING_SAID);
            }
        }
    }

    /** What an answer is wrong about. */
    static String words(Lie lie) {
        return switch (lie) {
            case AMOUNT -> "amount";
            case CURRENCY -> "currency";
            case REFERENCE -> "reference";
            case PAYMENT -> "payment than the one the money goes back for";
        };
    }

    @Rule(
            id = "STA-12",
            needs = Need.PAY,
            demands =
                    "A question whose token is refused is asked once more with a new one, and ends"
                            + " when that is refused too.",
            why =
                    "Providers withdraw tokens before their time. Until the old one runs out, no"
                            + " payment could be asked about, and a refusal taken for an answer"
                            + " declines what was paid.",
            check =
                    "Credentials.refused with the token that was used, then one more request signed"
                            + " anew; what 401 is mapped to.")
    public final void sta12_refusedTokensAreRenewed() {
        Truths truths = new Truths(bench());
        for (Way way : truths.oneForEachWallet()) {
            // No token is near its end, so that none is renewed in the background meanwhile.
            Instant unused = bench().clock.advance(Duration.ofDays(1));
            Payment payment = truths.paid(way, PRICE);
            String about = "status of a payment by " + way;
            // With a token of its own, which is new: nothing renews it in the background meanwhile.
            Dompet own =
                    bench().open(
                                    bench().config(),
                                    builder -> builder.credentials(CredentialStore.inMemory()));
            Tried before = Tried.of(() -> bench().status(own, payment));
            bench().provider.revokeTokens();
            Tried after = Tried.of(() -> bench().status(own, payment));
            after.expect(about + " after the provider withdrew every token", before.word());
            for (int i = 0; i < 2 * MOST_ATTEMPTS; i++) {
                bench().provider.next(Operation.STATUS, Fault.status(401));
            }
            bench().mark();
            Tried refused = Tried.of(() -> bench().status(own, payment));
            bench().provider.clearFaults();
            refused.expect(about + " that is answered with 401 for ever", NOT_UNDERSTOOD);
            expect(
                    bench().count(Operation.STATUS) <= MOST_ATTEMPTS,
                    about + " that is answered with 401 for ever: at most 3 requests",
                    bench().seen());
        }
    }

    private FaultMatrix matrix(Payment payment) {
        return FaultMatrix.of(
                bench(),
                Operation.STATUS,
                () -> {
                    Tried unused = Tried.of(() -> bench().status(payment));
                });
    }

    /** One question, one request, and nothing but what is allowed comes of it. */
    private void askOnce(String about, Payment payment, FaultCell cell, String... allowed) {
        bench().waitAsDeclared(payment.wallet());
        bench().mark();
        bench().provider.next(Operation.STATUS, cell.fault());
        Dompet dompet = cell.hangs() ? bench().impatient() : bench().dompet;
        Tried tried = Tried.of(() -> dompet.status(payment));
        bench().provider.clearFaults();
        String situation = about + ", when " + cell.name();
        tried.expect(situation, allowed);
        expectRequests(bench(), situation, Operation.STATUS, 1);
    }
}
