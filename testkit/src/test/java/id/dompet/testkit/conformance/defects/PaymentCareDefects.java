package id.dompet.testkit.conformance.defects;

import static id.dompet.testkit.conformance.defects.BrokenCharges.paying;
import static id.dompet.testkit.conformance.defects.BrokenQuestions.asking;

import id.dompet.http.Body;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.http.HttpResponse;
import id.dompet.model.Decline;
import id.dompet.model.Decline.Reason;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.spi.Call;
import id.dompet.spi.PayPort;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Faults: charges that are nearly what the shop and the customer agreed on. */
final class PaymentCareDefects {
    private static final int QUESTIONS = 5;

    private PaymentCareDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "PAY-21",
                        "a linked customer is charged without being asked",
                        written("\"mode\":\"PIN\"", "\"mode\":\"NOW\""),
                        "before the customer agreed"),
                Defect.of(
                        "PAY-14",
                        "the code of a customer's no is lost",
                        declining(decline -> Decline.of(decline.reason(), "cancelled")),
                        "the customer says no",
                        "code"),
                Defect.of(
                        "PAY-14",
                        "a customer's no is taken for an empty wallet",
                        declining(
                                decline ->
                                        new Decline(
                                                Reason.INSUFFICIENT_FUNDS,
                                                decline.providerCode(),
                                                "")),
                        "the customer says no",
                        "INSUFFICIENT_FUNDS"),
                Defect.of(
                        "PAY-01",
                        "pay asks again and again whether the customer has agreed",
                        new Polling(),
                        "status"),
                Defect.of(
                        "PAY-01",
                        "seconds until the page closes are taken for milliseconds",
                        paying(
                                (genuine, call, payment) ->
                                        ending(
                                                genuine.pay(call, payment),
                                                Instant.ofEpochMilli(
                                                        call.now()
                                                                .plusSeconds(900)
                                                                .getEpochSecond()))),
                        "until when the customer has time"),
                Defect.of(
                        "PAY-03",
                        "503 is sent again, which core refuses",
                        BrokenCharges.charging(PaymentCareDefects::again),
                        "does not try to send again"),
                Defect.of(
                        "RFD-07",
                        "503 is sent again, which core refuses",
                        BrokenQuestions.sending(BrokenQuestions.REFUND, PaymentCareDefects::again),
                        "does not try to send again"),
                Defect.of(
                        "PAY-20",
                        "points are dropped in silence",
                        paying(
                                (genuine, call, payment) ->
                                        genuine.pay(call, without(payment, true, false))),
                        "in points"),
                Defect.of(
                        "PAY-20",
                        "a voucher is dropped in silence",
                        paying(
                                (genuine, call, payment) ->
                                        genuine.pay(call, without(payment, false, true))),
                        "reaches the provider"),
                Defect.of(
                        "PAY-11",
                        "amounts are rounded to rupiah",
                        amount(
                                text ->
                                        text.setScale(0, RoundingMode.HALF_UP)
                                                .setScale(2)
                                                .toPlainString()),
                        "is taken"),
                Defect.of(
                        "PAY-11",
                        "amounts go through a float",
                        amount(
                                text ->
                                        new BigDecimal(text.floatValue())
                                                .setScale(2, RoundingMode.HALF_UP)
                                                .toPlainString()),
                        "is taken"),
                Defect.of(
                        "WIRE-04",
                        "payments are dated by the machine's clock",
                        asking(
                                (genuine, call, payment) -> {
                                    PaymentOutcome said = genuine.status(call, payment);
                                    return said instanceof PaymentOutcome.Paid paid
                                            ? new PaymentOutcome.Paid(
                                                    paid.providerReference(),
                                                    paid.amount(),
                                                    Instant.now())
                                            : said;
                                }),
                        "paid at"),
                Defect.of(
                        "STA-05",
                        "an open payment is declined when its time is over",
                        asking(
                                (genuine, call, payment) -> {
                                    PaymentOutcome said = genuine.status(call, payment);
                                    boolean over =
                                            call.now()
                                                    .isAfter(payment.createdAt().plusSeconds(900));
                                    return said instanceof PaymentOutcome.Processing && over
                                            ? new PaymentOutcome.Declined(
                                                    Decline.of(Reason.CUSTOMER_TOO_LATE, "late"))
                                            : said;
                                }),
                        "the customer's time is over"),
                Defect.of(
                        "STA-11",
                        "what was given back is still paid",
                        asking(
                                (genuine, call, payment) -> {
                                    PaymentOutcome said = genuine.status(call, payment);
                                    return said instanceof PaymentOutcome.Reversed back
                                            ? new PaymentOutcome.Paid(
                                                    back.providerReference(),
                                                    back.amount(),
                                                    call.now())
                                            : said;
                                }),
                        "REVERSED"));
    }

    private static HttpResponse again(Call call, HttpRequest request) {
        HttpResponse answer = call.send(request);
        return answer.status() == 503 ? call.send(request) : answer;
    }

    private static PaymentOutcome ending(PaymentOutcome said, Instant end) {
        return said instanceof PaymentOutcome.AwaitingCustomer awaiting
                ? new PaymentOutcome.AwaitingCustomer(
                        awaiting.action(), Optional.of(end), awaiting.providerReference())
                : said;
    }

    /** A charge that is written in another way. */
    private static Hooks written(String genuine, String broken) {
        return new Hooks() {
            @Override
            public HttpRequest unsigned(HttpRequest request) {
                return BrokenCharges.isCharge(request)
                        ? new HttpRequest(
                                request.method(),
                                request.uri(),
                                request.headers(),
                                Body.utf8(request.body().text().replace(genuine, broken)),
                                request.effect())
                        : request;
            }
        };
    }

    private interface Written {
        String text(BigDecimal amount);
    }

    private static Hooks amount(Written written) {
        return new Hooks() {
            @Override
            public String amount(Money amount) {
                return written.text(amount.amount());
            }
        };
    }

    private interface Declining {
        Decline instead(Decline genuine);
    }

    private static Hooks declining(Declining broken) {
        return asking(
                (genuine, call, payment) -> {
                    PaymentOutcome said = genuine.status(call, payment);
                    return said instanceof PaymentOutcome.Declined declined
                            ? new PaymentOutcome.Declined(broken.instead(declined.decline()))
                            : said;
                });
    }

    private static Payment without(Payment payment, boolean points, boolean voucher) {
        return new Payment(
                payment.reference(),
                payment.provider(),
                payment.wallet(),
                payment.kind(),
                payment.amount(),
                payment.description(),
                payment.customer(),
                payment.binding(),
                payment.returnUrl(),
                payment.failureUrl(),
                payment.items(),
                points ? Optional.empty() : payment.points(),
                voucher ? Optional.empty() : payment.voucher(),
                payment.createdAt());
    }

    /** Does not come back before it has asked for a while. */
    private static final class Polling extends Hooks {
        @Override
        public PayPort pay(PayPort genuine, Parts parts) {
            return (call, payment) -> {
                PaymentOutcome said = genuine.pay(call, payment);
                for (int i = 0; i < QUESTIONS && !said.isFinal(); i++) {
                    ask(parts, call, payment);
                }
                return said;
            };
        }

        private static void ask(Parts parts, Call call, Payment payment) {
            Object unused =
                    parts.client()
                            .ask(
                                    call,
                                    BrokenQuestions.STATUS,
                                    Effect.NONE,
                                    Map.of("reference", payment.reference()));
        }
    }
}
