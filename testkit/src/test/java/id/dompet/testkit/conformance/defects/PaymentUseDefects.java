package id.dompet.testkit.conformance.defects;

import static id.dompet.testkit.conformance.defects.BrokenCharges.bare;
import static id.dompet.testkit.conformance.defects.BrokenCharges.charging;
import static id.dompet.testkit.conformance.defects.BrokenCharges.declined;
import static id.dompet.testkit.conformance.defects.BrokenCharges.paying;

import id.dompet.http.Body;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.model.Decline;
import id.dompet.model.Decline.Reason;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.spi.Call;
import id.dompet.spi.StatusPort;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Faults: charges of the wrong money, under the wrong name, or misunderstood. */
final class PaymentUseDefects {
    private static final Pattern REFERENCE = Pattern.compile("\"reference\":\"([^\"]*)\"");

    private PaymentUseDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "PAY-01",
                        "the provider's reference changes between pay and status",
                        new Hooks() {
                            @Override
                            public StatusPort status(StatusPort genuine, Parts parts) {
                                return (call, payment) ->
                                        renamed(genuine.status(call, payment), payment);
                            }
                        },
                        "same provider reference"),
                Defect.of(
                        "PAY-07",
                        "who pays at the same time is told no",
                        oneAtATime(),
                        "eight times at once",
                        "Declined"),
                Defect.of(
                        "PAY-08",
                        "too little money is any other decline",
                        paying(
                                (genuine, call, payment) ->
                                        reworded(
                                                genuine.pay(call, payment),
                                                Reason.INSUFFICIENT_FUNDS,
                                                no ->
                                                        new Decline(
                                                                Reason.OTHER,
                                                                no.providerCode(),
                                                                ""))),
                        "INSUFFICIENT_FUNDS"),
                Defect.of(
                        "PAY-08",
                        "the provider's code is lost",
                        paying(
                                (genuine, call, payment) ->
                                        reworded(
                                                genuine.pay(call, payment),
                                                Reason.INSUFFICIENT_FUNDS,
                                                no -> Decline.of(no.reason(), "too little"))),
                        "provider's own code"),
                Defect.of(
                        "PAY-08",
                        "the code for too little money is not in the table",
                        charging(
                                (call, charge) -> {
                                    HttpResponse answer = call.send(charge);
                                    return BrokenCharges.hasCode(answer, "51")
                                            ? BrokenCharges.code("5l")
                                            : answer;
                                }),
                        "understood"),
                Defect.of(
                        "PAY-09",
                        "a link that ended in the wallet's app is any other decline",
                        paying(
                                (genuine, call, payment) ->
                                        reworded(
                                                genuine.pay(call, payment),
                                                Reason.BINDING_INVALID,
                                                no ->
                                                        new Decline(
                                                                Reason.OTHER,
                                                                no.providerCode(),
                                                                ""))),
                        "unlinked in the wallet's app",
                        "BINDING_INVALID"),
                Defect.of(
                        "PAY-11",
                        "sen are cut off",
                        paying(
                                (genuine, call, payment) ->
                                        genuine.pay(
                                                call,
                                                BrokenCharges.of(
                                                        payment, wholeRupiah(payment.amount())))),
                        "10000.50"),
                Defect.of(
                        "PAY-11",
                        "dollars are taken for rupiah",
                        paying(
                                (genuine, call, payment) ->
                                        genuine.pay(
                                                call,
                                                BrokenCharges.of(
                                                        payment,
                                                        new Money(
                                                                payment.amount().amount(),
                                                                Currency.getInstance("IDR"))))),
                        "USD"),
                Defect.of(
                        "PAY-11",
                        "amounts have eight digits",
                        paying(
                                (genuine, call, payment) ->
                                        genuine.pay(
                                                call,
                                                BrokenCharges.of(
                                                        payment, rounded(payment.amount())))),
                        "999999999"),
                Defect.of(
                        "PAY-12",
                        "the amount comes from the request, not from the answer",
                        paying(
                                (genuine, call, payment) ->
                                        asRequested(genuine.pay(call, payment), payment)),
                        "another AMOUNT"),
                Defect.of(
                        "PAY-12",
                        "the reference in an answer is not compared",
                        charging(PaymentUseDefects::withOwnReference),
                        "another REFERENCE"),
                Defect.of(
                        "PAY-15",
                        "a payment that is sent again gets a new reference",
                        newReferences(),
                        "under the reference"),
                dropping("points are dropped", payment -> payment.points().isPresent(), "points"),
                dropping(
                        "vouchers are dropped",
                        payment -> payment.voucher().isPresent(),
                        "voucher"),
                Defect.of(
                        "PAY-20",
                        "line items are priced again, quantity included twice",
                        paying(
                                (genuine, call, payment) ->
                                        payment.items().isEmpty()
                                                ? genuine.pay(call, payment)
                                                : genuine.pay(
                                                        call,
                                                        BrokenCharges.of(payment, total(payment)))),
                        "line items"));
    }

    private static Defect dropping(String name, Predicate<Payment> having, String word) {
        return Defect.of(
                "PAY-20",
                name,
                paying(
                        (genuine, call, payment) ->
                                genuine.pay(call, having.test(payment) ? bare(payment) : payment)),
                word);
    }

    private static PaymentOutcome renamed(PaymentOutcome outcome, Payment payment) {
        return outcome instanceof PaymentOutcome.Paid paid
                ? new PaymentOutcome.Paid(
                        Optional.of(payment.reference()), paid.amount(), paid.at())
                : outcome;
    }

    private static PaymentOutcome asRequested(PaymentOutcome outcome, Payment payment) {
        return outcome instanceof PaymentOutcome.Paid paid
                ? new PaymentOutcome.Paid(paid.providerReference(), payment.amount(), paid.at())
                : outcome;
    }

    private static PaymentOutcome reworded(
            PaymentOutcome outcome, Reason reason, UnaryOperator<Decline> change) {
        return outcome instanceof PaymentOutcome.Declined no && no.decline().reason() == reason
                ? new PaymentOutcome.Declined(change.apply(no.decline()))
                : outcome;
    }

    private static Hooks oneAtATime() {
        Set<String> underWay = ConcurrentHashMap.newKeySet();
        return paying(
                (genuine, call, payment) -> {
                    if (!underWay.add(payment.reference())) {
                        return declined(Reason.OTHER);
                    }
                    try {
                        return genuine.pay(call, payment);
                    } finally {
                        underWay.remove(payment.reference());
                    }
                });
    }

    private static Hooks newReferences() {
        Set<String> paid = ConcurrentHashMap.newKeySet();
        return paying(
                (genuine, call, payment) -> {
                    String order = payment.reference() + payment.amount();
                    if (paid.contains(order)) {
                        return genuine.pay(
                                call, BrokenCharges.under(payment, payment.reference() + "-2"));
                    }
                    PaymentOutcome outcome = genuine.pay(call, payment);
                    if (outcome instanceof PaymentOutcome.Paid) {
                        boolean unused = paid.add(order);
                    }
                    return outcome;
                });
    }

    private static HttpResponse withOwnReference(Call call, HttpRequest charge) {
        HttpResponse answer = call.send(charge);
        Matcher own = REFERENCE.matcher(charge.body().text());
        return own.find()
                ? new HttpResponse(
                        answer.status(),
                        answer.headers(),
                        Body.utf8(REFERENCE.matcher(answer.body().text()).replaceAll(own.group())))
                : answer;
    }

    private static Money wholeRupiah(Money amount) {
        return new Money(amount.amount().setScale(0, RoundingMode.DOWN), amount.currency());
    }

    private static Money rounded(Money amount) {
        return new Money(amount.amount().round(new MathContext(8)), amount.currency());
    }

    private static Money total(Payment payment) {
        long sum =
                payment.items().stream()
                        .mapToLong(line -> line.total().wholeUnits() * line.quantity())
                        .sum();
        return Money.idr(sum);
    }
}
