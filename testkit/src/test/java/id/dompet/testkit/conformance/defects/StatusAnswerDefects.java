package id.dompet.testkit.conformance.defects;

import static id.dompet.testkit.conformance.defects.BrokenQuestions.STATUS;
import static id.dompet.testkit.conformance.defects.BrokenQuestions.asking;
import static id.dompet.testkit.conformance.defects.BrokenQuestions.misread;
import static id.dompet.testkit.conformance.defects.BrokenQuestions.sending;

import id.dompet.http.Body;
import id.dompet.http.HttpFailure;
import id.dompet.http.HttpResponse;
import id.dompet.model.Decline;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.testkit.reference.Hooks;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Faults: answers to questions that are taken for what they are not. */
final class StatusAnswerDefects {
    private static final int MANY = 10;

    private StatusAnswerDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "STA-06",
                        "a lost answer means that there is no such payment",
                        lost(new PaymentOutcome.NotFound()),
                        "connection is reset",
                        "NotFound"),
                Defect.of(
                        "STA-06",
                        "a time-out is a decline",
                        lost(BrokenCharges.declined(Decline.Reason.OTHER)),
                        "connection is reset",
                        "Declined"),
                Defect.of(
                        "STA-06",
                        "the module itself asks again",
                        asking(
                                (port, call, payment) -> {
                                    try {
                                        return port.status(call, payment);
                                    } catch (HttpFailure.NoAnswer e) {
                                        return port.status(call, payment);
                                    }
                                }),
                        "UNKNOWN or Unavailable"),
                Defect.of(
                        "STA-06",
                        "a lost answer is kept from core, which would ask again",
                        lost(
                                new PaymentOutcome.Unknown(
                                        UnknownCause.NO_ANSWER, "/status: no answer")),
                        "question-repeats=2",
                        "PAID"),
                Defect.of(
                        "STA-07",
                        "errors of servers are declines",
                        misread(answer -> answer.status() > 500, BrokenQuestions::declined),
                        "HTTP 502"),
                Defect.of(
                        "STA-07",
                        "asking too often is a decline",
                        misread(answer -> answer.status() == 429, BrokenQuestions::declined),
                        "HTTP 429"),
                Defect.of(
                        "STA-07",
                        "HTTP 404 means that there is no such payment",
                        misread(
                                answer -> answer.status() == 404,
                                payment -> new PaymentOutcome.NotFound()),
                        "HTML page with HTTP 404",
                        "NotFound"),
                Defect.of(
                        "STA-07",
                        "an empty answer means that there is no such payment",
                        misread(
                                answer -> answer.body().size() == 0,
                                payment -> new PaymentOutcome.NotFound()),
                        "NotFound"),
                Defect.of(
                        "STA-07",
                        "a page for people is success",
                        misread(
                                answer ->
                                        answer.status() == 200
                                                && answer.body().text().startsWith("<!DOCTYPE"),
                                BrokenCharges::paid),
                        "HTML page with HTTP 200",
                        "Paid"),
                Defect.of(
                        "STA-07",
                        "the HTTP status is not looked at",
                        sending(
                                STATUS,
                                (call, request) -> {
                                    HttpResponse answer = call.send(request);
                                    return answer.status() >= 500
                                            ? new HttpResponse(200, answer.headers(), answer.body())
                                            : answer;
                                }),
                        "over the genuine answer"),
                Defect.of(
                        "STA-07",
                        "an answer without a code is a decline",
                        misread(
                                answer ->
                                        answer.status() == 200
                                                && answer.body().text().contains("\"reference\"")
                                                && !answer.body().text().contains("\"code\""),
                                BrokenQuestions::declined),
                        "/code is missing",
                        "Declined"),
                Defect.of(
                        "STA-07",
                        "an open payment without its state is a paid one",
                        misread(
                                answer ->
                                        answer.status() == 200
                                                && answer.body().text().contains("\"code\":null"),
                                BrokenCharges::paid),
                        "waits for the customer",
                        "/code"),
                Defect.of(
                        "STA-08",
                        "an unknown code is a decline",
                        misread(BrokenQuestions::isUndocumented, BrokenQuestions::declined),
                        "undocumented result code"),
                Defect.of(
                        "STA-08",
                        "an unknown code means that it is being worked on",
                        misread(BrokenQuestions::isUndocumented, BrokenQuestions::working),
                        "undocumented result code"),
                Defect.of(
                        "STA-08",
                        "an unknown code means that there is no such payment",
                        misread(
                                BrokenQuestions::isUndocumented,
                                payment -> new PaymentOutcome.NotFound()),
                        "undocumented result code"),
                Defect.of(
                        "STA-09",
                        "the amount is taken from the question",
                        rewritten("amount", "25000.00"),
                        "another amount",
                        "Paid"),
                Defect.of(
                        "STA-09",
                        "the currency is not looked at",
                        rewritten("currency", "IDR"),
                        "another currency",
                        "Paid"),
                Defect.of(
                        "STA-09",
                        "the reference in the answer is not compared",
                        sending(
                                STATUS,
                                (call, request) -> {
                                    HttpResponse answer = call.send(request);
                                    return with(
                                            answer,
                                            "reference",
                                            value("reference", request.body().text()));
                                }),
                        "another reference",
                        "Paid"),
                Defect.of(
                        "STA-12",
                        "a refused token is not renewed",
                        sending(
                                STATUS,
                                (call, request) -> {
                                    HttpResponse answer = call.send(request);
                                    return answer.status() == 401
                                            ? new HttpResponse(503, answer.headers(), answer.body())
                                            : answer;
                                }),
                        "withdrew every token"),
                Defect.of(
                        "STA-12",
                        "a refused token is a decline",
                        misread(answer -> answer.status() == 401, BrokenQuestions::declined),
                        "401",
                        "Declined"),
                Defect.of(
                        "STA-12",
                        "refused questions are repeated until they are answered",
                        sending(
                                STATUS,
                                (call, request) -> {
                                    HttpResponse answer = call.send(request);
                                    for (int i = 0; isBare(answer) && i < MANY; i++) {
                                        answer = call.send(request);
                                    }
                                    return answer;
                                }),
                        "401 for ever"));
    }

    private static boolean isBare(HttpResponse answer) {
        return answer.status() == 401 && answer.body().text().equals("{}");
    }

    private static Hooks rewritten(String field, String value) {
        return sending(STATUS, (call, request) -> with(call.send(request), field, value));
    }

    /** An answer in which a field that is there has this value. */
    static HttpResponse with(HttpResponse answer, String field, String value) {
        String text =
                answer.body()
                        .text()
                        .replaceAll(
                                "\"" + field + "\":\"[^\"]*\"",
                                "\"" + field + "\":\"" + value + "\"");
        return new HttpResponse(answer.status(), answer.headers(), Body.utf8(text));
    }

    /** What a text says in a field. */
    static String value(String field, String text) {
        Matcher found = Pattern.compile("\"" + field + "\":\"([^\"]*)\"").matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private static Hooks lost(PaymentOutcome instead) {
        return asking(
                (port, call, payment) -> {
                    try {
                        return port.status(call, payment);
                    } catch (HttpFailure.NoAnswer e) {
                        return instead;
                    }
                });
    }
}
