package id.dompet.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a {@link Fault} answers in place of, or made from, the genuine answer. */
public sealed interface FaultContent {

    /** The genuine answer itself. */
    record Genuine() implements FaultContent {}

    /**
     * An error code; the simulator of each provider puts it into that provider's answer format.
     *
     * @param code the code, documented or not
     * @param message free text
     */
    record ProviderCode(String code, String message) implements FaultContent {}

    /** A fixed answer, whatever the operation. */
    final class Raw implements FaultContent {
        private final SimulatorAnswer answer;

        Raw(int status, String contentType, byte[] body) {
            this(SimulatorAnswer.of(status, contentType, body));
        }

        private Raw(SimulatorAnswer answer) {
            this.answer = answer;
        }

        static Raw text(int status, String contentType, String body) {
            return new Raw(status, contentType, body.getBytes(StandardCharsets.UTF_8));
        }

        /** The same answer with one more header. */
        public Raw header(String name, String value) {
            return new Raw(answer.withHeader(name, value));
        }

        /** The answer. */
        public SimulatorAnswer answer() {
            return answer;
        }
    }

    /** The genuine answer with one change. */
    final class Rewritten implements FaultContent {
        private static final ObjectMapper JSON = new ObjectMapper();

        private final UnaryOperator<SimulatorAnswer> change;

        private Rewritten(UnaryOperator<SimulatorAnswer> change) {
            this.change = change;
        }

        static Rewritten by(UnaryOperator<SimulatorAnswer> change) {
            return new Rewritten(change);
        }

        static Rewritten contentType(String contentType) {
            return new Rewritten(genuine -> genuine.withHeader("Content-Type", contentType));
        }

        static Rewritten field(String name, Object value) {
            return new Rewritten(
                    genuine -> object(genuine, json -> json.set(name, JSON.valueToTree(value))));
        }

        static Rewritten withoutField(String name) {
            return new Rewritten(genuine -> object(genuine, json -> json.without(name)));
        }

        static Rewritten duplicateKey(String name, Object value) {
            return new Rewritten(
                    genuine -> {
                        String body = genuine.text();
                        String extra = write(new LinkedHashMap<>(Map.of(name, value)));
                        String inner = extra.substring(0, extra.length() - 1);
                        return genuine.withBody(
                                inner + "," + body.substring(body.indexOf('{') + 1));
                    });
        }

        /** The genuine answer with the change applied. */
        public SimulatorAnswer applyTo(SimulatorAnswer genuine) {
            return change.apply(genuine);
        }

        private static SimulatorAnswer object(
                SimulatorAnswer genuine, UnaryOperator<ObjectNode> edit) {
            try {
                JsonNode tree = JSON.readTree(genuine.text());
                return tree instanceof ObjectNode object
                        ? genuine.withBody(write(edit.apply(object)))
                        : genuine;
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the genuine answer is not JSON", e);
            }
        }

        private static String write(Object value) {
            try {
                return JSON.writeValueAsString(value);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("not a JSON value", e);
            }
        }
    }
}
