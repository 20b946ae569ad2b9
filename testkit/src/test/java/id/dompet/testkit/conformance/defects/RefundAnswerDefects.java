package id.dompet.testkit.conformance.defects;

import static id.dompet.testkit.conformance.defects.BrokenQuestions.REFUND;
import static id.dompet.testkit.conformance.defects.BrokenQuestions.REFUND_STATUS;
import static id.dompet.testkit.conformance.defects.BrokenQuestions.misread;
import static id.dompet.testkit.conformance.defects.BrokenQuestions.refunding;
import static id.dompet.testkit.conformance.defects.BrokenQuestions.sending;

import id.dompet.http.HttpFailure;
import id.dompet.http.HttpResponse;
import id.dompet.model.Decline;
import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.spi.Call;
import id.dompet.spi.RefundPort;
import id.dompet.testkit.reference.Hooks;
import java.util.List;

/** Faults: answers to refunds that are taken for what they are not. */
final class RefundAnswerDefects {
    private RefundAnswerDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "RFD-06",
                        "a refund is said to change nothing",
                        sending(REFUND, BrokenCharges::sendAgain),
                        "connection is reset",
                        "Unavailable"),
                Defect.of(
                        "RFD-06",
                        "a lost answer is a decline",
                        refunding(
                                (port, call, refund) -> {
                                    try {
                                        return port.refund(call, refund);
                                    } catch (HttpFailure.NoAnswer e) {
                                        return BrokenQuestions.declined(refund);
                                    }
                                }),
                        "connection is reset",
                        "Declined"),
                Defect.of(
                        "RFD-06",
                        "a refund is sent again when its answer is lost",
                        sending(
                                REFUND,
                                (call, request) -> {
                                    try {
                                        return call.send(request);
                                    } catch (HttpFailure.NoAnswer e) {
                                        return BrokenCharges.sendAgain(call, request);
                                    }
                                }),
                        "connection is reset"),
                Defect.of(
                        "RFD-07",
                        "503 is sent again",
                        sending(
                                REFUND,
                                (call, request) -> {
                                    HttpResponse answer = call.send(request);
                                    return answer.status() == 503
                                            ? BrokenCharges.sendAgain(call, request)
                                            : answer;
                                }),
                        "HTTP 503"),
                Defect.of(
                        "RFD-07",
                        "errors of servers are declines",
                        misread(REFUND, answer -> answer.status() > 500, BrokenQuestions::declined),
                        "HTTP 502"),
                Defect.of(
                        "RFD-07",
                        "a page for people is success",
                        misread(
                                REFUND,
                                answer ->
                                        answer.status() == 200
                                                && answer.body().text().startsWith("<!DOCTYPE"),
                                BrokenQuestions::refunded),
                        "HTML page with HTTP 200",
                        "Refunded"),
                Defect.of(
                        "RFD-07",
                        "the HTTP status is not looked at",
                        sending(
                                REFUND,
                                (call, request) -> {
                                    HttpResponse answer = call.send(request);
                                    return answer.status() >= 500
                                            ? new HttpResponse(200, answer.headers(), answer.body())
                                            : answer;
                                }),
                        "over the genuine answer"),
                Defect.of(
                        "RFD-07",
                        "an answer without a code is a decline",
                        misread(
                                REFUND,
                                answer ->
                                        answer.status() == 200
                                                && answer.body().text().contains("\"refund\"")
                                                && !answer.body().text().contains("\"code\""),
                                BrokenQuestions::declined),
                        "/code is missing"),
                Defect.of(
                        "RFD-08",
                        "an unknown code is a decline",
                        misread(REFUND, BrokenQuestions::isUndocumented, BrokenQuestions::declined),
                        "undocumented result code"),
                Defect.of(
                        "RFD-08",
                        "an unknown code means that it is being worked on",
                        misread(REFUND, BrokenQuestions::isUndocumented, BrokenQuestions::working),
                        "undocumented result code"),
                Defect.of(
                        "RFD-09",
                        "what was not sent is unknown",
                        notSent(
                                new RefundOutcome.Unknown(
                                        UnknownCause.NO_ANSWER, "/refund: no answer")),
                        "nobody listens",
                        "Unavailable"),
                Defect.of(
                        "RFD-09",
                        "what was not sent is a decline",
                        notSent(new RefundOutcome.Declined(Decline.of(Decline.Reason.OTHER, "no"))),
                        "nobody listens",
                        "Unavailable"),
                Defect.of(
                        "RFD-10",
                        "the amount is taken from the refund",
                        refunding(RefundAnswerDefects::asAsked, RefundPort::refundStatus),
                        "another amount",
                        "Refunded"),
                Defect.of(
                        "RFD-10",
                        "the currency is not looked at",
                        sending(
                                REFUND,
                                (call, request) ->
                                        StatusAnswerDefects.with(
                                                call.send(request), "currency", "IDR")),
                        "another currency"),
                Defect.of(
                        "RFD-10",
                        "the reference in the answer is not compared",
                        comparingNothing(REFUND),
                        "refund of a payment",
                        "another reference"),
                Defect.of(
                        "RFD-10",
                        "the reference in the answer to a question is not compared",
                        comparingNothing(REFUND_STATUS),
                        "refundStatus",
                        "another reference"),
                Defect.of(
                        "RFD-13",
                        "a question without an answer means that there is no such refund",
                        refunding(
                                RefundPort::refund,
                                (port, call, refund) -> {
                                    try {
                                        return port.refundStatus(call, refund);
                                    } catch (HttpFailure.NoAnswer e) {
                                        return new RefundOutcome.NotFound();
                                    }
                                }),
                        "refundStatus",
                        "connection is reset"),
                Defect.of(
                        "RFD-13",
                        "HTTP 404 means that there is no such refund",
                        misread(
                                REFUND_STATUS,
                                answer -> answer.status() == 404,
                                refund -> new RefundOutcome.NotFound()),
                        "refundStatus",
                        "HTTP 404"),
                Defect.of(
                        "RFD-13",
                        "errors of servers are declines",
                        misread(
                                REFUND_STATUS,
                                answer -> answer.status() > 500,
                                BrokenQuestions::declined),
                        "refundStatus",
                        "HTTP 502"),
                Defect.of(
                        "RFD-13",
                        "an unknown code is a decline",
                        misread(
                                REFUND_STATUS,
                                BrokenQuestions::isUndocumented,
                                BrokenQuestions::declined),
                        "refundStatus",
                        "undocumented result code"),
                Defect.of(
                        "RFD-13",
                        "an answer without a code is a decline",
                        misread(
                                REFUND_STATUS,
                                answer ->
                                        answer.status() == 200
                                                && answer.body().text().contains("\"refund\"")
                                                && !answer.body().text().contains("\"code\""),
                                BrokenQuestions::declined),
                        "refundStatus",
                        "/code is missing"),
                Defect.of(
                        "RFD-60",
                        "a refund that is on its way back is a decline",
                        misread(
                                REFUND_STATUS,
                                answer -> answer.body().text().contains("\"code\":\"03\""),
                                BrokenQuestions::declined),
                        "refundStatus",
                        "the documented code 03",
                        "PROCESSING"));
    }

    private static RefundOutcome asAsked(RefundPort port, Call call, Refund refund) {
        RefundOutcome outcome = port.refund(call, refund);
        return outcome instanceof RefundOutcome.Refunded
                ? BrokenQuestions.refunded(refund)
                : outcome;
    }

    private static Hooks comparingNothing(String path) {
        return sending(
                path,
                (call, request) ->
                        StatusAnswerDefects.with(
                                call.send(request),
                                "refund",
                                StatusAnswerDefects.value("refund", request.body().text())));
    }

    private static Hooks notSent(RefundOutcome instead) {
        return refunding(
                (port, call, refund) -> {
                    try {
                        return port.refund(call, refund);
                    } catch (HttpFailure.NotSent e) {
                        return instead;
                    }
                });
    }
}
