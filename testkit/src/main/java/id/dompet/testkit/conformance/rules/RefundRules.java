package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;
import static id.dompet.testkit.conformance.bench.Expect.expectRequests;

import id.dompet.Dompet;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.Refund;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.AtOnce;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.simulated.Movement;
import id.dompet.testkit.simulated.Operation;
import java.util.Collections;
import java.util.List;

/** RFD: giving money back. */
abstract class RefundRules extends RefundFaultRules {
    private static final String[] GIVEN_BACK = {"REFUNDED", "PROCESSING"};
    private static final String[] REFUSED = {"DECLINED", "InvalidRequest"};
    private static final int CALLERS = 8;
    private static final int QUESTIONS = 10;

    @Rule(
            id = "RFD-01",
            needs = {Need.PAY, Need.REFUND},
            demands =
                    "A full refund moves the whole payment back, once, and the merchant is told:"
                            + " by the refund itself or by refundStatus.",
            why = "The customer waits for the money, and the books must agree with the wallet.",
            check = "the provider's code for success, and how refundStatus finds the refund.")
    public final void rfd01_fullRefund() {
        Truths truths = new Truths(bench());
        for (Way way : truths.refundable()) {
            Refunding refunding = new Refunding(bench(), way);
            Payment payment = truths.paid(way, PRICE);
            Refund refund = refunding.of(payment, PRICE);
            String situation = "full refund of a payment by " + way;
            Tried tried = Tried.of(() -> bench().dompet.refund(refund));
            tried.expect(situation, GIVEN_BACK);
            expect(
                    refunding.times(payment) == 1 && refunding.given(payment).equals(PRICE),
                    situation + ": " + PRICE + " goes back, once",
                    refunding.given(payment) + ", " + refunding.times(payment) + " times");
            Tried asked = ask(bench().dompet, refund);
            asked.expect(situation + ", asking afterwards", GIVEN_BACK);
            expect(
                    tried.is("REFUNDED") || asked.is("REFUNDED"),
                    situation + ": refund or refundStatus says REFUNDED",
                    tried + ", then " + asked);
        }
    }

    @Rule(
            id = "RFD-02",
            needs = {Need.PAY, Need.REFUND},
            demands =
                    "Partial refunds move exactly what they say and add up; where the provider"
                            + " takes none they are refused and nothing moves.",
            why =
                    "One item of three was sold out. The whole order given back is a loss, and"
                            + " nothing given back a complaint.",
            check = "that the request carries the refund's amount and not the payment's.")
    public final void rfd02_partialRefundsAddUp() {
        Truths truths = new Truths(bench());
        for (Way way : truths.refundable()) {
            Refunding refunding = new Refunding(bench(), way);
            Payment payment = truths.paid(way, PRICE);
            Money expected = Money.idr(0);
            for (long part : List.of(10_000L, 7_500L, 7_500L)) {
                Refund refund = refunding.of(payment, Money.idr(part));
                String situation = "refund of IDR %d of a payment by %s".formatted(part, way);
                Tried tried = Tried.of(() -> bench().dompet.refund(refund));
                tried.expect(situation, refunding.takesParts() ? GIVEN_BACK : REFUSED);
                if (refunding.takesParts()) {
                    expected =
                            new Money(
                                    expected.amount().add(refund.amount().amount()),
                                    expected.currency());
                }
                expect(
                        refunding.given(payment).equals(expected),
                        situation + ": so far " + expected + " has gone back",
                        refunding.given(payment));
            }
        }
    }

    @Rule(
            id = "RFD-03",
            needs = {Need.PAY, Need.REFUND},
            demands =
                    "The same refund sent again, also by eight at once, moves the money once and is"
                            + " never DECLINED for being a repetition.",
            why =
                    "Two people press the button, or a program crashed and repeats. The money must"
                            + " go back once, and nobody may be told that it did not.",
            check =
                    "that the provider gets refund.reference() and not a new identifier for each"
                            + " request; the code for a refund that exists: ask refundStatus.")
    public final void rfd03_oncePerReference() {
        for (Way way : new Truths(bench()).refundable()) {
            Refunding refunding = new Refunding(bench(), way);
            long before = givenBack();
            Refund refund = refunding.next();
            String situation = "the same refund of a payment by " + way + " sent ";
            for (String again : List.of("first", "again")) {
                sentAgain(situation + again, Tried.of(() -> bench().dompet.refund(refund)));
            }
            expectTimes(situation + "twice", before + 1);
            Refund crowded = refunding.next();
            AtOnce.all(Collections.nCopies(CALLERS, () -> bench().dompet.refund(crowded)))
                    .forEach(tried -> sentAgain(situation + "by eight at once", tried));
            expectTimes(situation + "by eight at once", before + 2);
        }
    }

    private static void sentAgain(String situation, Tried tried) {
        tried.expect(situation, "REFUNDED", "PROCESSING", "UNKNOWN");
    }

    private void expectTimes(String situation, long times) {
        expect(
                givenBack() == times,
                situation + ": the money goes back once",
                "%d times more".formatted(givenBack() - times));
    }

    private long givenBack() {
        return bench().provider.movements().stream().filter(Movement::givenBack).count();
    }

    @Rule(
            id = "RFD-04",
            needs = {Need.PAY, Need.REFUND},
            demands =
                    "A refund of more than is left is DECLINED or refused as InvalidRequest, and"
                            + " nothing moves.",
            why =
                    "Two refunds that together exceed the payment are a common mistake. UNKNOWN for"
                            + " a documented refusal has people look for money that never moved.",
            check = "the provider's code for an amount that is too high.")
    public final void rfd04_neverMoreThanIsLeft() {
        Truths truths = new Truths(bench());
        for (Way way : truths.refundable()) {
            Refunding refunding = new Refunding(bench(), way);
            Payment payment = truths.paid(way, PRICE);
            Money first = refunding.takesParts() ? Money.idr(15_000) : PRICE;
            Tried.of(() -> bench().dompet.refund(refunding.of(payment, first)))
                    .expect("refund of %s of a payment by %s".formatted(first, way), GIVEN_BACK);
            Money given = refunding.given(payment);
            String situation =
                    "refund of %s of a payment of %s by %s of which %s went back"
                            .formatted(first, PRICE, way, first);
            Tried.of(() -> bench().dompet.refund(refunding.of(payment, first)))
                    .expect(situation, REFUSED);
            expect(
                    refunding.given(payment).equals(given),
                    situation + ": nothing moves",
                    refunding.given(payment) + " instead of " + given);
        }
    }

    @Rule(
            id = "RFD-05",
            needs = {Need.PAY, Need.REFUND},
            demands =
                    "A refund of a payment that is not paid is DECLINED or refused as"
                            + " InvalidRequest, and nothing moves.",
            why = "A customer who never paid gets money, or a person looks for what never moved.",
            check = "the provider's codes for a payment that is open or does not exist.")
    public final void rfd05_onlyWhatWasPaid() {
        Truths truths = new Truths(bench());
        for (Way way : truths.refundable()) {
            Refunding refunding = new Refunding(bench(), way);
            notGivenBack(
                    "a payment by " + way + " that was never sent",
                    refunding,
                    bench().payment(way, PRICE));
            truths.open(way, PRICE)
                    .ifPresent(
                            open ->
                                    notGivenBack(
                                            "a payment by " + way + " that waits for the customer",
                                            refunding,
                                            open.payment()));
        }
    }

    private void notGivenBack(String what, Refunding refunding, Payment payment) {
        String situation = "refund of " + what;
        Tried.of(() -> bench().dompet.refund(refunding.of(payment, PRICE)))
                .expect(situation, REFUSED);
        expect(
                refunding.times(payment) == 0,
                situation + ": nothing moves",
                refunding.given(payment));
    }

    @Rule(
            id = "RFD-11",
            needs = {Need.PAY, Need.REFUND},
            demands =
                    "refundStatus of a refund that was never sent is NOT_FOUND, and asking changes"
                            + " nothing, however often.",
            why =
                    "After a lost answer this is how a merchant learns whether to send the refund"
                            + " again.",
            check =
                    "the provider's answer for a refund it does not know; that nothing but it is sent.")
    public final void rfd11_neverSentIsNotFound() {
        for (Way way : new Truths(bench()).refundable()) {
            Refunding refunding = new Refunding(bench(), way);
            Refund refund = refunding.next();
            int before = refunding.times(refund.payment());
            Dompet dompet = bench().dompet;
            String situation = "refundStatus of a refund of a payment by %s that was never sent";
            for (int i = 0; i < QUESTIONS; i++) {
                ask(dompet, refund).expect(situation.formatted(way), "NOT_FOUND");
                expectRequests(bench(), situation.formatted(way), Operation.REFUND, 0);
            }
            expect(
                    refunding.times(refund.payment()) == before,
                    situation.formatted(way) + ": nothing moves",
                    refunding.given(refund.payment()));
        }
    }

    @Rule(
            id = "RFD-12",
            needs = {Need.PAY, Need.REFUND},
            demands = "Amounts of refunds arrive to the last rupiah, from one to 999,999,999.",
            why = "Amounts that go through floating point or a formatter lose digits.",
            check = "Money.wholeUnits and decimalText; no float, double or locale on the way.")
    public final void rfd12_exactAmounts() {
        Truths truths = new Truths(bench());
        for (Way way : truths.refundable()) {
            Refunding refunding = new Refunding(bench(), way);
            for (long rupiah : List.of(11_500L, 33_333_337L, 999_999_999L)) {
                Money amount = Money.idr(rupiah);
                Payment payment = rich(bench().payment(way, amount));
                bench().confirm(payment, bench().dompet.pay(payment));
                if (bench().timesCharged(payment) == 0) {
                    continue;
                }
                String situation = "full refund of %s by %s".formatted(amount, way);
                Tried.of(() -> bench().dompet.refund(refunding.of(payment, amount)))
                        .expect(situation, GIVEN_BACK);
                expect(
                        refunding.given(payment).equals(amount),
                        situation + ": " + amount + " goes back",
                        refunding.given(payment));
            }
        }
    }

    private Payment rich(Payment payment) {
        bench().provider
                .wallet(payment.wallet(), payment.customer().phone())
                .cash(payment.amount().wholeUnits());
        return payment;
    }
}
