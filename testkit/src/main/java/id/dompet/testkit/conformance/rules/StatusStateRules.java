package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;

import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.Refund;
import id.dompet.spi.Capability;
import id.dompet.testkit.Fault;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.simulated.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** STA: what a payment's state is called while it changes. */
abstract class StatusStateRules extends StatusFaultRules {
    private static final String[] OPEN = {"AWAITING_CUSTOMER", "PROCESSING"};

    /** How much of a customer's time is over, in percent, when nothing may be final yet. */
    private static final int NEARLY_OVER = 90;

    @Rule(
            id = "STA-05",
            needs = Need.PAY,
            demands =
                    "A payment that waits for its customer is open for as long as the profile gives"
                            + " the customer: AWAITING_CUSTOMER or PROCESSING, nothing final.",
            why =
                    "An order cancelled while the customer types the PIN is paid and cancelled; one"
                            + " delivered before is delivered for nothing.",
            check =
                    "the provider's codes for open payments; no clock of the module's own that"
                            + " gives up early; customerWindow in the profile.")
    public final void sta05_openIsNotFinal() {
        try {
            everyOpenOne();
        } finally {
            // Every token has ended, so that none is renewed in the midst of another rule.
            Instant unused = bench().clock.advance(Duration.ofDays(1));
        }
    }

    private void everyOpenOne() {
        Truths truths = new Truths(bench());
        for (Way way : truths.asking()) {
            truths.open(way, PRICE)
                    .ifPresent(
                            open -> {
                                String about = "status of a payment by %s".formatted(way);
                                AtomicReference<SimulatorAnswer> said = heard();
                                Tried.of(() -> bench().status(open.payment()))
                                        .expect(about + " that waits for the customer", OPEN);
                                waitUntilNearlyOver(open.payment());
                                Tried.of(() -> bench().dompet.status(open.payment()))
                                        .expect(
                                                about
                                                        + " that waits for the customer, with a"
                                                        + " tenth of the customer's time left",
                                                OPEN);
                                stillOpen(about, open.payment(), said.get());
                            });
        }
    }

    /** The next answer to a question, as it was given. */
    private AtomicReference<SimulatorAnswer> heard() {
        AtomicReference<SimulatorAnswer> said = new AtomicReference<>();
        bench().provider
                .next(
                        Operation.STATUS,
                        Fault.rewritten(
                                answer -> {
                                    said.set(answer);
                                    return answer;
                                }));
        return said;
    }

    /** The provider still says what it said: the customer is typing the PIN, late. */
    private void stillOpen(String about, Payment payment, @Nullable SimulatorAnswer said) {
        bench().provider.clearFaults();
        if (said == null) {
            return;
        }
        Duration window = Truths.pace(bench(), payment).customerWindow();
        Instant unused = bench().clock.advance(window.dividedBy(2));
        bench().provider
                .next(Operation.STATUS, Fault.rewritten(answer -> bench().provider.resealed(said)));
        Tried late = Tried.of(() -> bench().dompet.status(payment));
        bench().provider.clearFaults();
        expect(
                !late.is("PAID", "DECLINED", "REVERSED", "NOT_FOUND"),
                about
                        + " that the provider still calls open when the customer's time is over:"
                        + " nothing final",
                late);
    }

    private void waitUntilNearlyOver(Payment payment) {
        Duration window = Truths.pace(bench(), payment).customerWindow();
        Instant then = payment.createdAt().plus(window.multipliedBy(NEARLY_OVER).dividedBy(100));
        Duration left = Duration.between(bench().clock.instant(), then);
        if (!left.isNegative()) {
            Instant unused = bench().clock.advance(left);
        }
    }

    @Rule(
            id = "STA-10",
            needs = Need.PAY,
            demands = "Every question is asked anew: what was said before is not remembered.",
            why =
                    "The customer confirms a second after the first question. A remembered answer"
                            + " leaves a paid order open until the merchant restarts.",
            check = "caches in the status port, also of the HTTP kind.")
    public final void sta10_nothingIsRemembered() {
        Truths truths = new Truths(bench());
        for (Way way : truths.asking()) {
            truths.open(way, PRICE)
                    .ifPresent(
                            open -> {
                                Tried before = Tried.of(() -> bench().status(open.payment()));
                                bench().confirm(open.payment(), open.sent());
                                bench().mark();
                                String situation =
                                        "status of a payment by %s that was %s and then confirmed"
                                                .formatted(way, before.word());
                                Tried.of(() -> bench().status(open.payment()))
                                        .expect(situation, "PAID");
                            });
        }
    }

    @Rule(
            id = "STA-11",
            needs = {Need.PAY, Need.REFUND},
            demands =
                    "A payment that was given back in full is REVERSED, or PAID where the"
                            + " provider's status says nothing of refunds; one given back in part is"
                            + " PAID.",
            why =
                    "A refund taken for a decline makes the books say that the customer never paid,"
                            + " and a partial one taken for a full one that nothing is owed.",
            check = "the provider's codes for refunded and partly refunded payments.")
    public final void sta11_refundsAreNotDeclines() {
        Truths truths = new Truths(bench());
        Tried unused;
        for (Way way : bench().ways()) {
            if (bench().profile().can(way.wallet(), Capability.REFUND)) {
                wholly(way, truths.paid(way, PRICE));
                unused = givenBack(way, truths.paid(way, PRICE), Money.idr(10_000), "PAID");
            }
        }
    }

    /** Where the provider's answer is another one than before, the outcome is one, too. */
    private void wholly(Way way, Payment payment) {
        Optional<String> paid = answerAbout(payment);
        Optional<String> again = answerAbout(payment);
        Tried back = givenBack(way, payment, PRICE, "PAID", "REVERSED");
        Optional<String> reversed = answerAbout(payment);
        if (back.is("PAID")
                && paid.isPresent()
                && paid.equals(again)
                && bench().charged(payment).amount().signum() == 0) {
            expect(
                    paid.equals(reversed),
                    "status of a payment by %s of which all went back: REVERSED, for the provider's"
                                    .formatted(way)
                            + " answer says so",
                    "PAID, as before the refund");
        }
    }

    /**
     * What the provider answers to a question, where it says the same as long as nothing changes.
     */
    private Optional<String> answerAbout(Payment payment) {
        AtomicReference<SimulatorAnswer> said = heard();
        Tried unused = Tried.of(() -> bench().status(payment));
        bench().provider.clearFaults();
        return Optional.ofNullable(said.get()).map(SimulatorAnswer::text);
    }

    private Tried givenBack(Way way, Payment payment, Money amount, String... allowed) {
        Refund refund =
                new Refund(
                        bench().reference(way.wallet(), "refund"),
                        payment,
                        amount,
                        "Sold out",
                        bench().clock.instant());
        Tried unused = Tried.of(() -> bench().dompet.refund(refund));
        Tried tried = Tried.of(() -> bench().status(payment));
        tried.expect(
                "status of a payment of %s by %s of which %s should go back"
                        .formatted(PRICE, way, amount),
                allowed);
        return tried;
    }
}
