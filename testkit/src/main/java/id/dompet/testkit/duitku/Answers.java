package id.dompet.testkit.duitku;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.testkit.SimulatorAnswer;

/** The provider's answer formats. */
final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static SimulatorAnswer ok(ObjectNode body) {
        return SimulatorAnswer.json(200, body.toString());
    }

    /** An account link answer: {@code body} with the result added at its end. */
    static SimulatorAnswer accountLink(ObjectNode body, ResultCode result) {
        return ok(withResult(body, result));
    }

    /** An account link answer with nothing but the result. */
    static SimulatorAnswer accountLink(ResultCode result) {
        return accountLink(object(), result);
    }

    /** An account link call that failed at the level of HTTP; the body is not documented. */
    static SimulatorAnswer accountLinkError(int status, String message) {
        ObjectNode body = object().put("resultCode", "01").put("resultMessage", message);
        return SimulatorAnswer.json(status, body.toString());
    }

    /** A web API error. */
    static SimulatorAnswer error(int status, String message) {
        return SimulatorAnswer.json(status, object().put("Message", message).toString());
    }

    static SimulatorAnswer wrongMethod(String method) {
        return error(405, "The requested resource does not support http method '" + method + "'.")
                .withHeader("Allow", "POST");
    }

    private static ObjectNode withResult(ObjectNode body, ResultCode result) {
        return body.put("resultCode", result.code()).put("resultMessage", result.message());
    }
}
