package id.dompet.testkit.conformance.defects;

import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.model.Decline;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import id.dompet.spi.Call;
import id.dompet.spi.RefundPort;
import id.dompet.spi.StatusPort;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Ways to break the reference module's questions and refunds, and nothing else, in a line. */
final class BrokenQuestions {
    static final String STATUS = "/status";
    static final String REFUND = "/refund";
    static final String REFUND_STATUS = "/refund/status";

    private BrokenQuestions() {}

    /** A status port around the genuine one. */
    @FunctionalInterface
    interface Ask {
        PaymentOutcome status(StatusPort genuine, Call call, Payment payment);
    }

    /** One of the two questions of a refund port, around the genuine one. */
    @FunctionalInterface
    interface GiveBack {
        RefundOutcome refund(RefundPort genuine, Call call, Refund refund);
    }

    /** How a signed request is sent, and what is made of its answer. */
    @FunctionalInterface
    interface Send {
        HttpResponse send(Call call, HttpRequest request);
    }

    static Hooks asking(Ask broken) {
        return new Hooks() {
            @Override
            public StatusPort status(StatusPort genuine, Parts parts) {
                return (call, payment) -> broken.status(genuine, call, payment);
            }
        };
    }

    static Hooks refunding(GiveBack refund, GiveBack refundStatus) {
        return new Hooks() {
            @Override
            public RefundPort refund(RefundPort genuine, Parts parts) {
                return port(genuine, refund, refundStatus);
            }
        };
    }

    static Hooks refunding(GiveBack refund) {
        return refunding(refund, RefundPort::refundStatus);
    }

    static RefundPort port(RefundPort genuine, GiveBack refund, GiveBack refundStatus) {
        return new RefundPort() {
            @Override
            public RefundOutcome refund(Call call, Refund about) {
                return refund.refund(genuine, call, about);
            }

            @Override
            public RefundOutcome refundStatus(Call call, Refund about) {
                return refundStatus.refund(genuine, call, about);
            }
        };
    }

    /** Requests to one path are sent in another way. */
    static Hooks sending(String path, Send broken) {
        return new Hooks() {
            @Override
            public HttpResponse send(Call call, HttpRequest signed) {
                return isTo(signed, path) ? broken.send(call, signed) : call.send(signed);
            }
        };
    }

    /** Whatever the genuine module would say, these answers to status are taken for this. */
    static Hooks misread(
            Predicate<HttpResponse> answers, Function<Payment, PaymentOutcome> outcome) {
        Misreading misreading = new Misreading(STATUS, answers);
        return new Hooks() {
            @Override
            public HttpResponse send(Call call, HttpRequest signed) {
                return misreading.send(call, signed);
            }

            @Override
            public StatusPort status(StatusPort genuine, Parts parts) {
                return (call, payment) ->
                        misreading.of(
                                () -> genuine.status(call, payment), () -> outcome.apply(payment));
            }
        };
    }

    /** The same for answers to refunds, or to questions about them. */
    static Hooks misread(
            String path, Predicate<HttpResponse> answers, Function<Refund, RefundOutcome> outcome) {
        Misreading misreading = new Misreading(path, answers);
        return new Hooks() {
            @Override
            public HttpResponse send(Call call, HttpRequest signed) {
                return misreading.send(call, signed);
            }

            @Override
            public RefundPort refund(RefundPort genuine, Parts parts) {
                return port(
                        genuine,
                        (port, call, refund) ->
                                misreading.of(
                                        () -> port.refund(call, refund),
                                        () -> outcome.apply(refund)),
                        (port, call, refund) ->
                                misreading.of(
                                        () -> port.refundStatus(call, refund),
                                        () -> outcome.apply(refund)));
            }
        };
    }

    static boolean isTo(HttpRequest request, String path) {
        return request.uri().getPath().equals(path);
    }

    static boolean isUndocumented(HttpResponse answer) {
        return BrokenCharges.hasCode(answer, "77") || BrokenCharges.hasCode(answer, "ZZ");
    }

    static PaymentOutcome declined(Payment payment) {
        return BrokenCharges.declined(Decline.Reason.OTHER);
    }

    static PaymentOutcome working(Payment payment) {
        return new PaymentOutcome.Processing(Optional.empty());
    }

    static RefundOutcome declined(Refund refund) {
        return new RefundOutcome.Declined(new Decline(Decline.Reason.OTHER, "00", ""));
    }

    static RefundOutcome working(Refund refund) {
        return new RefundOutcome.Processing(Optional.empty());
    }

    static RefundOutcome refunded(Refund refund) {
        return new RefundOutcome.Refunded("", refund.amount(), Instant.EPOCH);
    }
}
