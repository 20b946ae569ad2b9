package id.dompet.testkit.conformance.defects;

import static id.dompet.testkit.conformance.defects.BrokenCharges.charging;
import static id.dompet.testkit.conformance.defects.BrokenCharges.declined;
import static id.dompet.testkit.conformance.defects.BrokenCharges.sendAgain;

import id.dompet.http.Body;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.http.HttpResponse;
import id.dompet.model.Decline.Reason;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.spi.Call;
import id.dompet.spi.PayPort;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Faults: answers to charges that are taken for what they are not. */
final class PaymentAnswerDefects {
    private PaymentAnswerDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "PAY-03",
                        "503 is sent again",
                        charging(
                                (call, charge) -> {
                                    HttpResponse answer = call.send(charge);
                                    return answer.status() == 503
                                            ? sendAgain(call, charge)
                                            : answer;
                                }),
                        "HTTP 503"),
                Defect.of(
                        "PAY-03",
                        "429 is sent again as Retry-After asks",
                        charging(
                                (call, charge) -> {
                                    HttpResponse answer = call.send(charge);
                                    return answer.header("Retry-After").isPresent()
                                                    && answer.status() == 429
                                            ? sendAgain(call, charge)
                                            : answer;
                                }),
                        "HTTP 429 with Retry-After"),
                answered(
                        "PAY-03",
                        "errors of servers are taken for declines",
                        answer -> answer.status() > 500,
                        payment -> declined(Reason.OTHER),
                        "HTTP 502",
                        "UNKNOWN"),
                answered(
                        "PAY-03",
                        "too many requests is taken for a decline",
                        answer -> answer.status() == 429,
                        payment -> declined(Reason.LIMIT_EXCEEDED),
                        "HTTP 429"),
                Defect.of(
                        "PAY-03",
                        "the HTTP status of an answer is not looked at",
                        charging(
                                (call, charge) -> {
                                    HttpResponse answer = call.send(charge);
                                    return answer.status() >= 500
                                            ? new HttpResponse(200, answer.headers(), answer.body())
                                            : answer;
                                }),
                        "over the genuine answer"),
                answered(
                        "PAY-04",
                        "a page for people with HTTP 200 is success",
                        answer ->
                                answer.status() == 200
                                        && answer.body().text().startsWith("<!DOCTYPE"),
                        BrokenCharges::paid,
                        "an HTML page with HTTP 200",
                        "Paid"),
                answered(
                        "PAY-04",
                        "an empty answer means that it is being worked on",
                        answer -> answer.status() == 200 && answer.body().size() == 0,
                        payment -> new PaymentOutcome.Processing(Optional.empty()),
                        "without a body"),
                answered(
                        "PAY-04",
                        "an answer without a code is a decline",
                        answer -> answer.status() == 200 && answer.body().text().equals("{}"),
                        payment -> declined(Reason.OTHER),
                        "an empty JSON object"),
                answered(
                        "PAY-04",
                        "any HTTP status for refusals is a decline",
                        answer -> answer.status() == 400 || answer.status() == 404,
                        payment -> declined(Reason.OTHER),
                        "HTTP 40"),
                answered(
                        "PAY-04",
                        "a paid answer with a damaged part is a decline",
                        answer ->
                                answer.status() == 200
                                        && BrokenCharges.hasCode(answer, "00")
                                        && !answer.body().text().contains("\"amount\":\""),
                        payment -> declined(Reason.AMOUNT_NOT_ALLOWED),
                        "/amount",
                        "paid"),
                Defect.of(
                        "PAY-04",
                        "redirects are followed",
                        charging(PaymentAnswerDefects::followed),
                        "HTTP 302 to another place"),
                answered(
                        "PAY-05",
                        "an unknown code is a decline",
                        PaymentAnswerDefects::isUndocumented,
                        payment -> declined(Reason.OTHER),
                        "undocumented result code",
                        "UNKNOWN"),
                answered(
                        "PAY-05",
                        "an unknown code means that it is being worked on",
                        PaymentAnswerDefects::isUndocumented,
                        payment -> new PaymentOutcome.Processing(Optional.empty()),
                        "undocumented result code"),
                answered(
                        "PAY-05",
                        "an unknown code is success when it carries an amount",
                        answer ->
                                isUndocumented(answer)
                                        && answer.body().text().contains("\"amount\""),
                        BrokenCharges::paid,
                        "undocumented result code"));
    }

    /** Whatever the genuine module would say, these answers are taken for something else. */
    private static Defect answered(
            String rule,
            String name,
            Predicate<HttpResponse> misread,
            Function<Payment, PaymentOutcome> as,
            String... words) {
        ThreadLocal<Boolean> seen = ThreadLocal.withInitial(() -> false);
        return Defect.of(
                rule,
                name,
                new Hooks() {
                    @Override
                    public HttpResponse send(Call call, HttpRequest signed) {
                        HttpResponse answer = call.send(signed);
                        if (BrokenCharges.isCharge(signed)) {
                            seen.set(misread.test(answer));
                        }
                        return answer;
                    }

                    @Override
                    public PayPort pay(PayPort genuine, Parts parts) {
                        return (call, payment) -> {
                            seen.set(false);
                            PaymentOutcome outcome = genuine.pay(call, payment);
                            return seen.get() ? as.apply(payment) : outcome;
                        };
                    }
                },
                words);
    }

    private static HttpResponse followed(Call call, HttpRequest charge) {
        HttpResponse answer = call.send(charge);
        Optional<String> elsewhere = answer.header("Location");
        return elsewhere.isEmpty()
                ? answer
                : call.send(
                        new HttpRequest(
                                "GET",
                                URI.create(elsewhere.get()),
                                charge.headers(),
                                Body.empty(),
                                Effect.NONE));
    }

    private static boolean isUndocumented(HttpResponse answer) {
        return BrokenCharges.hasCode(answer, "77") || BrokenCharges.hasCode(answer, "ZZ");
    }
}
