package id.dompet.testkit.conformance.defects;

import static id.dompet.testkit.conformance.defects.BrokenCharges.charging;
import static id.dompet.testkit.conformance.defects.BrokenCharges.declined;
import static id.dompet.testkit.conformance.defects.BrokenCharges.paying;
import static id.dompet.testkit.conformance.defects.BrokenCharges.sendAgain;

import id.dompet.http.HttpFailure;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.http.HttpResponse;
import id.dompet.model.Decline.Reason;
import id.dompet.model.DompetException;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.spi.Call;
import id.dompet.spi.PayPort;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Faults: charges whose answer is lost, unbelievable or was never asked for. */
final class PaymentFaultDefects {
    private PaymentFaultDefects() {}

    static List<Defect> all() {
        return List.of(
                lost("a time-out is taken for a decline", call -> declined(Reason.NOT_COMPLETED)),
                lost(
                        "a time-out is taken for a payment in progress",
                        call -> new PaymentOutcome.Processing(Optional.empty())),
                Defect.of(
                        "PAY-02",
                        "a charge whose answer was lost is sent again",
                        charging(PaymentFaultDefects::againAfterNoAnswer),
                        "when the connection is",
                        "exactly 1 PAY request",
                        "seen: 2"),
                Defect.of(
                        "PAY-02",
                        "after a lost answer, not found at once is taken for a decline",
                        new Hooks() {
                            @Override
                            public PayPort pay(PayPort genuine, Parts parts) {
                                return (call, payment) ->
                                        askedAtOnce(genuine, parts, call, payment);
                            }
                        },
                        "not carried out",
                        "UNKNOWN",
                        "Declined"),
                Defect.of(
                                "PAY-02",
                                "a deadline is taken for the customer's",
                                paying(PaymentFaultDefects::tooLate),
                                "deadline",
                                "UNKNOWN")
                        .thorough(),
                Defect.of(
                        "PAY-06",
                        "what could not be sent is called unknown",
                        paying(
                                (genuine, call, payment) -> {
                                    try {
                                        return genuine.pay(call, payment);
                                    } catch (HttpFailure.NotSent e) {
                                        return unknown();
                                    }
                                }),
                        "nobody listens",
                        "Unavailable"),
                Defect.of(
                        "PAY-06",
                        "what could not be sent is a decline",
                        paying(
                                (genuine, call, payment) -> {
                                    try {
                                        return genuine.pay(call, payment);
                                    } catch (HttpFailure.NotSent e) {
                                        return declined(Reason.NEVER_ARRIVED);
                                    }
                                }),
                        "nobody listens",
                        "Unavailable"),
                Defect.of(
                        "PAY-06",
                        "a token that cannot be had leaves the charge unknown",
                        paying(
                                (genuine, call, payment) -> {
                                    try {
                                        return genuine.pay(call, payment);
                                    } catch (DompetException.Unavailable e) {
                                        return unknown();
                                    }
                                }),
                        "token cannot be had",
                        "Unavailable"));
    }

    private static Defect lost(String name, Function<Call, PaymentOutcome> instead) {
        return Defect.of(
                "PAY-02",
                name,
                paying(
                        (genuine, call, payment) -> {
                            try {
                                return genuine.pay(call, payment);
                            } catch (HttpFailure.NoAnswer e) {
                                return instead.apply(call);
                            }
                        }),
                "the connection is reset without an answer",
                "UNKNOWN");
    }

    private static PaymentOutcome tooLate(PayPort genuine, Call call, Payment payment) {
        try {
            return genuine.pay(call, payment);
        } catch (HttpFailure.NoAnswer e) {
            return String.valueOf(e.getMessage()).contains("the deadline ended")
                    ? declined(Reason.CUSTOMER_TOO_LATE)
                    : unknown();
        }
    }

    private static HttpResponse againAfterNoAnswer(Call call, HttpRequest charge) {
        try {
            return call.send(charge);
        } catch (HttpFailure.NoAnswer e) {
            return sendAgain(call, charge);
        }
    }

    private static PaymentOutcome askedAtOnce(
            PayPort genuine, Parts parts, Call call, Payment payment) {
        try {
            return genuine.pay(call, payment);
        } catch (HttpFailure.NoAnswer e) {
            return parts.client()
                            .ask(
                                    call,
                                    "/status",
                                    Effect.NONE,
                                    Map.of("reference", payment.reference()))
                            .code()
                            .equals("25")
                    ? declined(Reason.NEVER_ARRIVED)
                    : unknown();
        }
    }

    private static PaymentOutcome unknown() {
        return new PaymentOutcome.Unknown(UnknownCause.NO_ANSWER, "no answer");
    }
}
