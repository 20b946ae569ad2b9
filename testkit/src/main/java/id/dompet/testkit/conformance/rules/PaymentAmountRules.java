package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;
import static id.dompet.testkit.conformance.bench.Expect.expectRequests;

import id.dompet.model.LineItem;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Points;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Payer;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.conformance.faults.NearMiss;
import id.dompet.testkit.simulated.Lie;
import id.dompet.testkit.simulated.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** PAY: how much is charged, and in what. */
abstract class PaymentAmountRules extends PaymentRules {
    private static final Money PART = Money.idr(10_000);
    private static final String VOUCHER = "HEMAT10";

    @Rule(
            id = "PAY-11",
            needs = Need.PAY,
            demands =
                    "Every amount is charged exactly; one with sen or in another currency exactly,"
                            + " or it is refused before anything is sent.",
            why = "Rounding, or dollars taken for rupiah, is the wrong price.",
            check = "The wire form of amounts: no double, no default currency, no locale.")
    public final void pay11_amountsAreExact() {
        for (Way way : bench().ways()) {
            Payer payer = new Payer(bench(), way);
            for (long rupiah : List.of(10_000L, 11_500L, 1_234_567L)) {
                expectExact(payer, Money.idr(rupiah), false);
            }
            // Providers may have limits for these, and may not know sen or other currencies.
            expectExact(payer, Money.idr(1), true);
            expectExact(payer, Money.idr(999_999_999), true);
            expectExact(payer, Money.of("10000.50", "IDR"), true);
            expectExact(payer, Money.of("10000.01", "IDR"), true);
            expectExact(payer, Money.of("10000.00", "USD"), true);
            expectExact(payer, Money.of("12000", "JPY"), true);
        }
    }

    @Rule(
            id = "PAY-12",
            needs = Need.PAY,
            demands =
                    "A charge answered with another amount, currency or reference than its own is"
                            + " UNKNOWN.",
            why = "The answer belongs to another payment; PAID would give the goods away.",
            check = "Paid takes amount and currency from the answer; the reference is compared.")
    public final void pay12_anAnswerThatLiesIsUnknown() {
        Bench bench = bench();
        for (Way way : bench.ways()) {
            Payer payer = new Payer(bench, way);
            for (Lie lie : Lie.values()) {
                bench.provider
                        .lie(Operation.PAY, lie)
                        .ifPresent(
                                fault -> {
                                    Payment payment = payer.next(PRICE);
                                    bench.provider.next(Operation.PAY, fault);
                                    Tried tried = Tried.of(() -> bench.dompet.pay(payment));
                                    bench.provider.clearFaults();
                                    expectDisbelieved(payer, lie, payment, tried);
                                });
            }
            nearMisses(payer);
        }
    }

    private void nearMisses(Payer payer) {
        for (int i = 0; ; i++) {
            Payment payment = payer.next(PRICE);
            List<NearMiss> all = NearMiss.of(bench(), payment.reference(), PRICE);
            if (i == all.size()) {
                return;
            }
            NearMiss miss = all.get(i);
            bench().provider.next(Operation.PAY, miss.fault());
            Tried tried = Tried.of(() -> bench().dompet.pay(payment));
            bench().provider.clearFaults();
            String when = payer + " answered with " + miss.name();
            if (miss.changed().get()) {
                if (bench().timesCharged(payment) > 0 || miss.isOfReference()) {
                    tried.expect(when, "UNKNOWN");
                } else {
                    tried.expect(when, "UNKNOWN", "AWAITING_CUSTOMER", "PROCESSING");
                }
            }
        }
    }

    @Rule(
            id = "PAY-20",
            needs = Need.PAY,
            demands =
                    "Line items change no amount; points and vouchers reach the provider, or the"
                            + " payment is refused before anything is sent.",
            why = "Dropped in silence, the customer pays in cash what the shop promised otherwise.",
            check = "Payment.items, points and voucher: use them or throw InvalidRequest.")
    public final void pay20_nothingIsDroppedInSilence() {
        Bench bench = bench();
        for (Way way : bench.ways()) {
            Payer payer = new Payer(bench, way);
            Payment lines =
                    bench.stored(
                            payer.next(PRICE)
                                    .withItems(
                                            List.of(
                                                    new LineItem("Coffee", 2, Money.idr(20_000)),
                                                    new LineItem("Cup", 1, Money.idr(5_000)))));
            if (isTaken(way + " with line items", lines)) {
                expectCharged(way + " with line items", lines, payer);
            }
            payer.wallet().points(PART.wholeUnits() * 2);
            long before = payer.wallet().cash();
            Payment points = bench.stored(payer.next(PRICE).withPoints(Points.exactly(PART)));
            String when = way + " with " + PART + " in points";
            if (isTaken(when, points)) {
                long expected = PRICE.wholeUnits() - PART.wholeUnits();
                expect(
                        before - payer.wallet().cash() == expected,
                        when + ": IDR " + expected + " of it in cash, or refused before sending",
                        "IDR " + (before - payer.wallet().cash()) + " in cash");
            }
            expectVoucherSent(way, bench.stored(payer.next(PRICE).withVoucher(VOUCHER)));
        }
    }

    private void expectExact(Payer payer, Money amount, boolean mayBeRefused) {
        String when = payer + " of " + amount;
        Payment payment = payer.next(amount);
        bench().mark();
        Tried tried = Tried.of(() -> bench().dompet.pay(payment));
        if (mayBeRefused && !tried.is("PAID", "AWAITING_CUSTOMER", "PROCESSING")) {
            expectRefused(when, tried, payment);
            return;
        }
        tried.expect(when, "PAID", "AWAITING_CUSTOMER", "PROCESSING");
        bench().confirm(payment, (PaymentOutcome) tried.value().orElseThrow());
        if (mayBeRefused && bench().timesCharged(payment) == 0) {
            // Turned down by the provider when the customer agreed, with a currency for example.
            Tried.of(() -> bench().status(payment))
                    .expect(when + ", for which nothing was taken: status", "DECLINED");
            return;
        }
        expectCharged(when, payment, payer);
        Tried.of(() -> bench().status(payment)).expect(when + ": status", "PAID");
    }

    /** Refused by the module before sending, or by the provider with a documented no. */
    private void expectRefused(String when, Tried tried, Payment payment) {
        tried.expect(when, "InvalidRequest", "DECLINED");
        if (tried.is("InvalidRequest")) {
            expectRequests(bench(), when + ", refused", Operation.PAY, 0);
        }
        expectNothingCharged(when + ", refused", payment);
    }

    /** Pays, and tells whether it was charged; if not, it has to have been refused. */
    private boolean isTaken(String when, Payment payment) {
        bench().mark();
        Tried tried = Tried.of(() -> bench().dompet.pay(payment));
        if (!tried.is("PAID", "AWAITING_CUSTOMER", "PROCESSING")) {
            expectRefused(when, tried, payment);
            return false;
        }
        bench().confirm(payment, (PaymentOutcome) tried.value().orElseThrow());
        expect(
                bench().charged(payment).equals(payment.amount()),
                when + ": " + payment.amount() + " in all",
                bench().charged(payment));
        return true;
    }

    private void expectVoucherSent(Way way, Payment payment) {
        String when = way + " with a voucher";
        bench().mark();
        Tried tried = Tried.of(() -> bench().dompet.pay(payment));
        if (tried.is("InvalidRequest")) {
            expectRefused(when, tried, payment);
            return;
        }
        String coded = Base64.getEncoder().encodeToString(VOUCHER.getBytes(StandardCharsets.UTF_8));
        boolean sent =
                bench().seen().stream()
                        .map(seen -> seen.request().text())
                        .anyMatch(text -> text.contains(VOUCHER) || text.contains(coded));
        expect(sent, when + ": its code reaches the provider, or InvalidRequest", tried);
    }

    private void expectDisbelieved(Payer payer, Lie lie, Payment payment, Tried tried) {
        String when = payer + " answered with another " + lie;
        if (lie == Lie.REFERENCE || bench().timesCharged(payment) > 0) {
            tried.expect(when, "UNKNOWN");
        } else {
            tried.expect(when + ", not paid yet", "UNKNOWN", "AWAITING_CUSTOMER", "PROCESSING");
        }
    }
}
