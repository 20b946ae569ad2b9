package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;
import static id.dompet.testkit.conformance.bench.Expect.expectRequests;

import id.dompet.model.Decline;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.AtOnce;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Payer;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.simulated.Movement;
import id.dompet.testkit.simulated.Operation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** PAY: charges that go well, and those that are declined. */
abstract class PaymentRules extends PaymentExpectations {
    private static final int CUSTOMERS = 10;
    private static final Duration LONGEST = Duration.ofDays(60);
    private static final int PAYMENTS_EACH = 5;
    private static final int CALLERS = 8;

    @Rule(
            id = "PAY-01",
            needs = Need.PAY,
            demands =
                    "A payment is charged once, with its exact amount, to the payer's own wallet,"
                            + " and status then says PAID under the same provider reference.",
            why = "Anything else is somebody's money taken wrongly.",
            check = "What the charge request carries: reference, amount, customer, link.")
    public final void pay01_paidOnceExactlyByThePayer() {
        Bench bench = bench();
        for (Way way : bench.ways()) {
            Payer payer = new Payer(bench, way);
            long before = payer.wallet().cash();
            Payment payment = payer.next(PRICE);
            bench.mark();
            Tried started = Tried.of(() -> bench.dompet.pay(payment));
            started.expect(way + ": pay", "PAID", "AWAITING_CUSTOMER", "PROCESSING");
            expect(
                    !started.is("PAID") || bench.timesCharged(payment) == 1,
                    way + ": pay says PAID only once the money has moved",
                    bench.provider.movements().size() + " movements");
            expectRequests(bench, way + ": pay", Operation.PAY, 1);
            expect(
                    bench.count(Operation.STATUS) <= 1,
                    way
                            + ": pay comes back without waiting for the customer; status is not"
                            + " asked again and again",
                    bench.count(Operation.STATUS) + " questions: " + bench.seen());
            expectTimeLeft(way, started);
            bench.confirm(payment, (PaymentOutcome) started.value().orElseThrow());
            expectCharged(way.toString(), payment, payer);
            expect(
                    before - payer.wallet().cash() == PRICE.wholeUnits(),
                    way + ": the payer's wallet holds " + PRICE + " less",
                    before - payer.wallet().cash());
            Tried status = Tried.of(() -> bench.status(payment));
            status.expect(way + ": status of what was paid", "PAID");
            expectSameReference(way, started, status);
        }
    }

    /** Minutes or days: seconds taken for milliseconds give an end in 1970, the reverse none. */
    private void expectTimeLeft(Way way, Tried started) {
        if (started.value().orElse("") instanceof PaymentOutcome.AwaitingCustomer awaiting) {
            Instant now = bench().clock.instant();
            expect(
                    awaiting.until()
                            .map(end -> end.isAfter(now) && end.isBefore(now.plus(LONGEST)))
                            .orElse(true),
                    way
                            + ": pay says until when the customer has time, if it does, as the"
                            + " provider said it: after "
                            + now
                            + " and within "
                            + LONGEST.toDays()
                            + " days",
                    awaiting.until());
        }
    }

    @Rule(
            id = "PAY-07",
            needs = Need.PAY,
            demands =
                    "The same payment sent again, later or eight times at once, is charged once and"
                            + " is never called declined because it exists already.",
            why = "A shop that is told DECLINED asks for the money again.",
            check = "The code for \"this reference exists already\": it is a reason to ask.")
    public final void pay07_theSamePaymentAgainIsOneCharge() {
        Bench bench = bench();
        for (Way way : bench.ways()) {
            Payer payer = new Payer(bench, way);
            Payment payment = payer.next(PRICE);
            PaymentOutcome first = bench.dompet.pay(payment);
            expectNoRefusal(way + ": pay again", Tried.of(() -> bench.dompet.pay(payment)));
            bench.confirm(payment, first);
            expectNoRefusal(
                    way + ": pay again what is paid", Tried.of(() -> bench.dompet.pay(payment)));
            expectCharged(way + ", paid three times", payment, payer);

            Payment together = payer.next(PRICE);
            Supplier<PaymentOutcome> pay = () -> bench.dompet.pay(together);
            List<Tried> all = AtOnce.all(Collections.nCopies(CALLERS, pay));
            all.forEach(each -> expectNoRefusal(way + ": eight times at once", each));
            Stream.of("AWAITING_CUSTOMER", "PROCESSING")
                    .flatMap(state -> all.stream().filter(each -> each.is(state)))
                    .findFirst()
                    .flatMap(Tried::value)
                    .ifPresent(open -> bench.confirm(together, (PaymentOutcome) open));
            expectCharged(way + ", paid eight times at once", together, payer);
        }
    }

    @Rule(
            id = "PAY-08",
            needs = Need.PAY,
            demands =
                    "Too little money is DECLINED with INSUFFICIENT_FUNDS and the provider's own"
                            + " code, where the provider says so; nothing is charged.",
            why = "The customer can be told to top up, and support can find the case.",
            check = "The table of the provider's codes.")
    public final void pay08_tooLittleMoneyIsDeclined() {
        Bench bench = bench();
        for (Way way : bench.ways()) {
            Payer payer = new Payer(bench, way);
            payer.wallet().cash(PRICE.wholeUnits() - 1);
            payer.wallet().points(0);
            Payment payment = payer.next(PRICE);
            Tried started = Tried.of(() -> bench.dompet.pay(payment));
            String when = way + " with one rupiah too little";
            started.expect(when, "DECLINED", "AWAITING_CUSTOMER", "PROCESSING", "UNKNOWN");
            if (started.is("DECLINED")) {
                expectDeclinedFor(when, started, Decline.Reason.INSUFFICIENT_FUNDS);
            } else if (started.is("UNKNOWN")) {
                // Some providers use one code for this and for much else.
                expectUnderstood(when, started);
            } else {
                bench.confirm(payment, (PaymentOutcome) started.value().orElseThrow());
                Tried.of(() -> bench.status(payment))
                        .expect(
                                when + ": status after the customer agreed",
                                "DECLINED",
                                "AWAITING_CUSTOMER",
                                "PROCESSING");
            }
            expectNothingCharged(when, payment);
        }
    }

    @Rule(
            id = "PAY-13",
            needs = Need.PAY,
            demands =
                    "Of fifty payments of ten customers at once, each is taken from its own payer's"
                            + " wallet.",
            why = "Official SDKs have charged one customer with another one's token.",
            check = "Fields that keep a token, a customer or a request between two calls.")
    public final void pay13_everybodyPaysFromTheirOwnWallet() {
        Bench bench = bench();
        for (Way way : bench.ways()) {
            List<Payment> payments = new ArrayList<>();
            List<Payer> payers = new ArrayList<>();
            for (int i = 0; i < CUSTOMERS; i++) {
                payers.add(new Payer(bench, way));
            }
            for (int i = 0; i < CUSTOMERS * PAYMENTS_EACH; i++) {
                payments.add(payers.get(i % CUSTOMERS).next(PRICE));
            }
            List<Supplier<PaymentOutcome>> calls = new ArrayList<>();
            payments.forEach(payment -> calls.add(() -> bench.dompet.pay(payment)));
            List<Tried> outcomes = AtOnce.all(calls);
            for (int i = 0; i < payments.size(); i++) {
                String when = way + ", fifty at once, ten customers";
                outcomes.get(i).expect(when, "PAID", "AWAITING_CUSTOMER", "PROCESSING");
                Object outcome = outcomes.get(i).value().orElseThrow();
                bench.confirm(payments.get(i), (PaymentOutcome) outcome);
                expectCharged(when, payments.get(i), payers.get(i % CUSTOMERS));
            }
        }
    }

    @Rule(
            id = "PAY-14",
            needs = Need.PAY,
            demands = "A customer who says no leads to DECLINED, and nothing is charged.",
            why = "The shop offers another way to pay, or goes on waiting for ever.",
            check = "The code of a cancelled payment in answers to status.")
    public final void pay14_aCustomerWhoSaysNoIsDeclined() {
        Bench bench = bench();
        for (Way way : bench.ways()) {
            Payment payment = new Payer(bench, way).next(PRICE);
            PaymentOutcome started = bench.dompet.pay(payment);
            if (started instanceof PaymentOutcome.AwaitingCustomer awaiting) {
                Optional<URI> unused = bench.provider.decline(awaiting.action());
                String when = way + ", the customer says no";
                Tried status = Tried.of(() -> bench.status(payment));
                status.expect(when + ": status", "DECLINED");
                expectTheirNo(when, status);
                expectNothingCharged(when, payment);
            }
        }
    }

    @Rule(
            id = "PAY-15",
            needs = Need.PAY,
            demands =
                    "Whatever happens, the provider knows a payment by the merchant's reference and"
                            + " by no other.",
            why = "A retry under a new reference is a second charge that nobody looks for.",
            check = "Every place where a reference is made or changed before it is sent.")
    public final void pay15_theReferenceIsTheMerchants() {
        Bench bench = bench();
        for (Way way : bench.ways()) {
            Payer payer = new Payer(bench, way);
            long before = payer.wallet().cash();
            Payment payment = payer.next(PRICE);
            List<Movement> known = bench.provider.movements();
            bench.confirm(payment, bench.dompet.pay(payment));
            Tried again = Tried.of(() -> bench.dompet.pay(payment));
            again.value()
                    .filter(PaymentOutcome.class::isInstance)
                    .ifPresent(open -> bench.confirm(payment, (PaymentOutcome) open));
            List<Movement> moved = new ArrayList<>(bench.provider.movements());
            moved.removeAll(known);
            String when = way + ", paid again";
            expect(
                    moved.stream().allMatch(m -> m.reference().equals(payment.reference())),
                    when + ": money moves only under the reference " + payment.reference(),
                    moved.stream().map(Movement::reference).toList());
            expect(
                    before - payer.wallet().cash() == PRICE.wholeUnits(),
                    when + ": the payer's wallet holds " + PRICE + " less, once",
                    before - payer.wallet().cash());
        }
    }
}
