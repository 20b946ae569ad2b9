package id.dompet.testkit.doku;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.testkit.SimulatorAnswer;

/** Answers in SNAP's form; the HTTP status is the first three digits of the response code. */
final class SnapAnswers {

    private final DokuSettings settings;

    SnapAnswers(DokuSettings settings) {
        this.settings = settings;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Success, with these fields after code and message. */
    SimulatorAnswer ok(DokuOperation operation, ObjectNode fields) {
        return ok(operation, SnapCase.SUCCESSFUL.code(operation), fields);
    }

    SimulatorAnswer ok(DokuOperation operation, String code, ObjectNode fields) {
        return answer(operation, code, SnapCase.SUCCESSFUL.message(), fields);
    }

    SimulatorAnswer refusal(DokuOperation operation, Refusal refusal) {
        return answer(operation, refusal.snapCase().code(operation), refusal.text(), object());
    }

    /** Any code; one that does not begin with an HTTP status comes with 200. */
    SimulatorAnswer answer(
            DokuOperation operation, String code, String message, ObjectNode fields) {
        ObjectNode body = object();
        if (settings.protocol().responseCodeAsNumber() && code.matches("\\d{1,9}")) {
            body.put("responseCode", Integer.parseInt(code));
        } else {
            body.put("responseCode", code);
        }
        body.put("responseMessage", message).setAll(fields);
        SimulatorAnswer answer =
                SimulatorAnswer.json(status(code), body.toString())
                        .withHeader("X-TIMESTAMP", SnapTime.format(settings.clock().instant()));
        return operation.isToken()
                ? answer.withHeader("X-CLIENT-KEY", settings.clientId())
                : answer;
    }

    private static int status(String code) {
        return code.matches("[2-5]\\d{6,}") ? Integer.parseInt(code.substring(0, 3)) : 200;
    }
}
