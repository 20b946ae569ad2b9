package id.dompet.testkit.conformance.rules;

import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.Refund;
import id.dompet.spi.Capability;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Way;
import java.time.Duration;
import java.time.Instant;

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
        Truths truths = new Truths(bench());
        for (Way way : truths.asking()) {
            truths.open(way, PRICE)
                    .ifPresent(
                            open -> {
                                String about = "status of a payment by %s".formatted(way);
                                Tried.of(() -> bench().status(open.payment()))
                                        .expect(about + " that waits for the customer", OPEN);
                                waitUntilNearlyOver(open.payment());
                                Tried.of(() -> bench().dompet.status(open.payment()))
                                        .expect(
                                                about
                                                        + " that waits for the customer, with a"
                                                        + " tenth of the customer's time left",
                                                OPEN);
                            });
        }
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
                    "A payment that was given back in full is REVERSED, or PAID where the provider's"
                            + " status says nothing of refunds; one given back in part is PAID.",
            why =
                    "A refund taken for a decline makes the books say that the customer never paid,"
                            + " and a partial one taken for a full one that nothing is owed.",
            check = "the provider's codes for refunded and partly refunded payments.")
    public final void sta11_refundsAreNotDeclines() {
        Truths truths = new Truths(bench());
        for (Way way : bench().ways()) {
            if (bench().profile().can(way.wallet(), Capability.REFUND)) {
                givenBack(way, truths.paid(way, PRICE), PRICE, "PAID", "REVERSED");
                givenBack(way, truths.paid(way, PRICE), Money.idr(10_000), "PAID");
            }
        }
    }

    private void givenBack(Way way, Payment payment, Money amount, String... allowed) {
        Refund refund =
                new Refund(
                        bench().reference(way.wallet(), "refund"),
                        payment,
                        amount,
                        "Sold out",
                        bench().clock.instant());
        Tried unused = Tried.of(() -> bench().dompet.refund(refund));
        Tried.of(() -> bench().status(payment))
                .expect(
                        "status of a payment of %s by %s of which %s should go back"
                                .formatted(PRICE, way, amount),
                        allowed);
    }
}
