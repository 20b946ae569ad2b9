package id.dompet.testkit.conformance.defects;

import static id.dompet.testkit.conformance.defects.BrokenQuestions.asking;

import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.Decline.Reason;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.spi.Call;
import id.dompet.spi.PayPort;
import id.dompet.spi.RefundPort;
import id.dompet.spi.StatusPort;
import id.dompet.testkit.reference.Answer;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Faults: questions about payments that are asked or understood wrongly. */
final class StatusDefects {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private StatusDefects() {}

    static List<Defect> all() {
        return Stream.concat(own().stream(), StatusAnswerDefects.all().stream()).toList();
    }

    private static List<Defect> own() {
        return List.of(
                Defect.of(
                        "STA-01",
                        "only payments that this process sent can be asked about",
                        onlyItsOwn(),
                        "asked by another process"),
                Defect.of(
                        "STA-01",
                        "status uses the customer's token",
                        withTheCustomersToken(),
                        "after the customer unlinked the wallet"),
                Defect.of(
                        "STA-02",
                        "asking about an open payment charges it again",
                        chargingAgain(),
                        "an open payment",
                        "PAY request"),
                Defect.of(
                        "STA-03",
                        "a payment that the provider does not know is declined at once",
                        instead(PaymentOutcome.NotFound.class, BrokenQuestions::declined),
                        "never sent",
                        "NOT_FOUND"),
                Defect.of(
                        "STA-03",
                        "a payment that the provider does not know is being worked on",
                        instead(PaymentOutcome.NotFound.class, BrokenQuestions::working),
                        "never sent",
                        "NOT_FOUND"),
                Defect.of(
                        "STA-03",
                        "nothing is asked any more when the customer's time is over",
                        gaveUp(),
                        "paid late",
                        "PAID"),
                Defect.of(
                        "STA-04",
                        "a reference that was paid is paid, whatever the amount",
                        known(BrokenCharges::paid),
                        "under the reference of a payment of",
                        "neither PAID nor DECLINED"),
                Defect.of(
                        "STA-04",
                        "a reference that exists with another amount is a decline",
                        known(payment -> BrokenCharges.declined(Reason.AMOUNT_NOT_ALLOWED)),
                        "under the reference of a payment of",
                        "neither PAID nor DECLINED"),
                Defect.of(
                        "STA-05",
                        "an open payment is a decline",
                        instead(PaymentOutcome.Processing.class, BrokenQuestions::declined),
                        "waits for the customer",
                        "Declined"),
                Defect.of(
                        "STA-05",
                        "an accepted payment is a paid one",
                        instead(PaymentOutcome.Processing.class, BrokenCharges::paid),
                        "waits for the customer",
                        "Paid"),
                Defect.of(
                        "STA-05",
                        "an open payment cannot be found",
                        instead(
                                PaymentOutcome.Processing.class,
                                payment -> new PaymentOutcome.NotFound()),
                        "waits for the customer",
                        "NotFound"),
                Defect.of(
                        "STA-05",
                        "the module's own clock ends an open payment",
                        asking(
                                (port, call, payment) -> {
                                    PaymentOutcome outcome = port.status(call, payment);
                                    return outcome instanceof PaymentOutcome.Processing
                                                    && age(call, payment).compareTo(PATIENCE) > 0
                                                    && age(call, payment).toHours() < 1
                                            ? BrokenCharges.declined(Reason.CUSTOMER_TOO_LATE)
                                            : outcome;
                                }),
                        "tenth of the customer's time left"),
                Defect.of(
                        "STA-10",
                        "a payment stays open for a quarter of an hour once it was called open",
                        cached(),
                        "then confirmed",
                        "PAID"),
                Defect.of(
                        "STA-11",
                        "a payment that was given back is a decline",
                        instead(PaymentOutcome.Reversed.class, BrokenQuestions::declined),
                        "should go back",
                        "Declined"),
                Defect.of(
                        "STA-11",
                        "a payment of which a part went back is reversed",
                        reversedByAnyRefund(),
                        "IDR 10000",
                        "PAID"));
    }

    private static Duration age(Call call, Payment payment) {
        return Duration.between(payment.createdAt(), call.now());
    }

    private static Hooks instead(
            Class<? extends PaymentOutcome> of, Function<Payment, PaymentOutcome> wrong) {
        return asking(
                (port, call, payment) -> {
                    PaymentOutcome outcome = port.status(call, payment);
                    return of.isInstance(outcome) ? wrong.apply(payment) : outcome;
                });
    }

    private static Hooks onlyItsOwn() {
        Set<Payment> sent =
                Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
        return new Hooks() {
            @Override
            public PayPort pay(PayPort genuine, Parts parts) {
                return (call, payment) -> {
                    sent.add(payment);
                    return genuine.pay(call, payment);
                };
            }

            @Override
            public StatusPort status(StatusPort genuine, Parts parts) {
                return (call, payment) ->
                        sent.contains(payment)
                                ? genuine.status(call, payment)
                                : new PaymentOutcome.NotFound();
            }
        };
    }

    private static Hooks withTheCustomersToken() {
        return new Hooks() {
            @Override
            public StatusPort status(StatusPort genuine, Parts parts) {
                return (call, payment) -> {
                    if (payment.binding().isPresent()) {
                        Answer unused =
                                parts.client()
                                        .send(
                                                call,
                                                "/balance",
                                                Effect.NONE,
                                                Map.of(),
                                                payment.binding());
                    }
                    return genuine.status(call, payment);
                };
            }
        };
    }

    private static Hooks chargingAgain() {
        return new Hooks() {
            @Override
            public StatusPort status(StatusPort genuine, Parts parts) {
                return (call, payment) -> {
                    PaymentOutcome outcome = genuine.status(call, payment);
                    if (outcome instanceof PaymentOutcome.Processing) {
                        Answer unused =
                                parts.client()
                                        .send(
                                                call,
                                                "/charge",
                                                Effect.NONE,
                                                charge(payment),
                                                payment.binding());
                    }
                    return outcome;
                };
            }
        };
    }

    private static Map<String, String> charge(Payment payment) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("reference", payment.reference());
        fields.put("amount", payment.amount().decimalText());
        fields.put("currency", "IDR");
        fields.put("mode", payment.binding().isPresent() ? "PIN" : "REDIRECT");
        fields.put("wallet", payment.wallet().code());
        fields.put("description", payment.description());
        fields.put("name", payment.customer().name());
        fields.put("returnUrl", payment.returnUrl().toString());
        return fields;
    }

    private static Hooks gaveUp() {
        Set<String> late = ConcurrentHashMap.newKeySet();
        return asking(
                (port, call, payment) -> {
                    PaymentOutcome outcome = port.status(call, payment);
                    boolean isOpen =
                            outcome instanceof PaymentOutcome.Processing
                                    || outcome instanceof PaymentOutcome.Declined;
                    if (isOpen && age(call, payment).toHours() >= 1) {
                        late.add(payment.reference());
                    }
                    return late.contains(payment.reference())
                            ? BrokenCharges.declined(Reason.CUSTOMER_TOO_LATE)
                            : outcome;
                });
    }

    private static Hooks known(Function<Payment, PaymentOutcome> anotherAmount) {
        return BrokenCharges.paying(
                (port, call, payment) -> {
                    PaymentOutcome outcome = port.pay(call, payment);
                    return outcome instanceof PaymentOutcome.Unknown unknown
                                    && unknown.cause() == UnknownCause.AMOUNT_DIFFERS
                            ? anotherAmount.apply(payment)
                            : outcome;
                });
    }

    private static Hooks cached() {
        Set<String> open = ConcurrentHashMap.newKeySet();
        return asking(
                (port, call, payment) -> {
                    PaymentOutcome outcome = port.status(call, payment);
                    if (outcome instanceof PaymentOutcome.Processing) {
                        open.add(payment.reference());
                    }
                    return open.contains(payment.reference()) && age(call, payment).toMinutes() < 15
                            ? BrokenQuestions.working(payment)
                            : outcome;
                });
    }

    private static Hooks reversedByAnyRefund() {
        Set<String> refunded = ConcurrentHashMap.newKeySet();
        return new Hooks() {
            @Override
            public RefundPort refund(RefundPort genuine, Parts parts) {
                return BrokenQuestions.port(
                        genuine,
                        (port, call, refund) -> {
                            refunded.add(refund.payment().reference());
                            return port.refund(call, refund);
                        },
                        id.dompet.spi.RefundPort::refundStatus);
            }

            @Override
            public StatusPort status(StatusPort genuine, Parts parts) {
                return (call, payment) -> {
                    PaymentOutcome outcome = genuine.status(call, payment);
                    return outcome instanceof PaymentOutcome.Paid paid
                                    && refunded.contains(payment.reference())
                            ? new PaymentOutcome.Reversed(
                                    paid.providerReference(), payment.amount())
                            : outcome;
                };
            }
        };
    }
}
