package id.dompet.testkit.conformance.defects;

import id.dompet.http.Body;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.spi.Call;
import id.dompet.testkit.reference.Hooks;
import java.util.List;
import java.util.function.Predicate;

/** Faults: answers that are read by their looks. */
final class WireAnswerDefects {
    private WireAnswerDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "WIRE-09",
                        "fields that are new are refused",
                        refusing(answer -> answer.body().text().contains("OfNextYear")),
                        "fields that are new"),
                Defect.of(
                        "WIRE-09",
                        "answers of another server are refused",
                        refusing(answer -> answer.header("Server").isPresent()),
                        "new headers"),
                Defect.of(
                        "WIRE-10",
                        "the code is found by searching the text",
                        refusing(
                                answer ->
                                        answer.body().size() > 0
                                                && !answer.body().text().contains("\"code\":\"")),
                        "line breaks and spaces"),
                Defect.of(
                        "WIRE-10",
                        "the code has to come first",
                        refusing(
                                answer ->
                                        !answer.body()
                                                .text()
                                                .stripLeading()
                                                .matches("(?s)\\{\\s*\"code\".*")),
                        "another order"),
                Defect.of(
                        "WIRE-10",
                        "the content type is compared letter by letter",
                        refusing(
                                answer ->
                                        answer.header("Content-Type")
                                                .filter(
                                                        type ->
                                                                !type.equals(
                                                                        "application/json;"
                                                                                + " charset=utf-8"))
                                                .isPresent()),
                        "Content-Type"));
    }

    /** Answers like this are not understood. */
    private static Hooks refusing(Predicate<HttpResponse> answers) {
        return new Hooks() {
            @Override
            public HttpResponse send(Call call, HttpRequest signed) {
                HttpResponse answer = call.send(signed);
                return answers.test(answer)
                        ? new HttpResponse(answer.status(), answer.headers(), Body.empty())
                        : answer;
            }
        };
    }
}
