package id.dompet.testkit.conformance.defects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.Body;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.spi.Call;
import id.dompet.testkit.reference.Hooks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/** Faults: answers about something that is only nearly the payment in question. */
final class LikenessDefects {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REFERENCE = "reference";

    private LikenessDefects() {}

    static List<Defect> all() {
        BiPredicate<String, String> begins = String::startsWith;
        BiPredicate<String, String> anyCase = String::equalsIgnoreCase;
        return List.of(
                Defect.of(
                        "PAY-12",
                        "a reference that begins with the payment's is taken for it",
                        alike("/charge", REFERENCE, begins),
                        "another REFERENCE",
                        "one character longer"),
                Defect.of(
                        "PAY-12",
                        "references are compared without regard to case",
                        alike("/charge", REFERENCE, anyCase),
                        "another REFERENCE",
                        "other case"),
                Defect.of(
                        "PAY-12",
                        "a part of a rupiah in an answer is cut off",
                        amounts("/charge", "amount", text -> cut(text)),
                        "another AMOUNT"),
                Defect.of(
                        "BAL-01",
                        "a part of a rupiah in an answer is cut off",
                        amounts("/balance", "cash", text -> cut(text)),
                        "to the sen"),
                Defect.of(
                        "STA-09",
                        "a reference that begins with the payment's is taken for it",
                        alike("/status", REFERENCE, begins),
                        "one character longer"),
                Defect.of(
                        "STA-09",
                        "references are compared without regard to case",
                        alike("/status", REFERENCE, anyCase),
                        "other case"),
                Defect.of(
                        "STA-09",
                        "a part of a rupiah in an answer is cut off",
                        amounts("/status", "amount", text -> cut(text)),
                        "AMOUNT"),
                Defect.of(
                        "STA-09",
                        "the sign of an amount is not looked at",
                        amounts("/status", "amount", text -> text.replace("-", "")),
                        "below zero"),
                Defect.of(
                        "RFD-10",
                        "a reference that begins with the refund's is taken for it",
                        alike("/refund", "refund", begins),
                        "one character longer"),
                Defect.of(
                        "RFD-10",
                        "a part of a rupiah in an answer is cut off",
                        amounts("/refund", "amount", text -> cut(text)),
                        "AMOUNT"));
    }

    private static String cut(String amount) {
        try {
            return new BigDecimal(amount).setScale(0, RoundingMode.DOWN).setScale(2).toString();
        } catch (NumberFormatException e) {
            return amount;
        }
    }

    /** The answer's reference counts as the request's if it is like it. */
    private static Hooks alike(String path, String field, BiPredicate<String, String> like) {
        return reading(
                path,
                (request, answer) -> {
                    String asked = request.path(field).asText();
                    if (like.test(answer.path(field).asText(), asked)) {
                        Object unused = answer.put(field, asked);
                    }
                });
    }

    private static Hooks amounts(String path, String field, UnaryOperator<String> read) {
        return reading(
                path,
                (request, answer) -> {
                    // A charge of a part of a rupiah is read as it is.
                    boolean whole = request.path("amount").asText(".00").endsWith(".00");
                    if (whole && answer.path(field).isTextual()) {
                        Object unused = answer.put(field, read.apply(answer.path(field).asText()));
                    }
                });
    }

    private interface Reading {
        void change(JsonNode request, ObjectNode answer);
    }

    private static Hooks reading(String path, Reading reading) {
        return new Hooks() {
            @Override
            public HttpResponse send(Call call, HttpRequest signed) {
                HttpResponse answer = call.send(signed);
                return signed.uri().getPath().equals(path) ? read(signed, answer, reading) : answer;
            }
        };
    }

    private static HttpResponse read(HttpRequest request, HttpResponse answer, Reading reading) {
        try {
            if (JSON.readTree(answer.body().text()) instanceof ObjectNode object) {
                reading.change(JSON.readTree(request.body().text()), object);
                return new HttpResponse(
                        answer.status(), answer.headers(), Body.utf8(object.toString()));
            }
        } catch (JsonProcessingException e) {
            return answer;
        }
        return answer;
    }
}
