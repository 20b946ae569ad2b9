package id.dompet.testkit.conformance.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.testkit.Fault;
import id.dompet.testkit.FaultContent;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.simulated.Operation;
import id.dompet.testkit.simulated.SimulatedProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Answers in which a provider repeats what it was told: servers and proxies do, in errors. */
final class Canaries {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WORDS =
            Pattern.compile("(?i).*(message|msg|desc|reason|words|remark|error|info).*");

    private final SimulatedProvider provider;
    private final String told;

    /**
     * Answers of this provider.
     *
     * @param told what they repeat
     */
    Canaries(SimulatedProvider provider, String told) {
        this.provider = provider;
        this.told = told;
    }

    /** Every kind of bad answer to an operation. */
    List<Fault> faults(Operation operation) {
        String json = quoted();
        List<Fault> all =
                new ArrayList<>(
                        List.of(
                                Fault.connectionReset().afterEffect(),
                                Fault.truncatedBody(20),
                                Fault.htmlPage(),
                                Fault.status(200, "text/html", "<html>" + told + "</html>"),
                                Fault.status(500, "text/plain", told),
                                Fault.status(500, "application/json", json),
                                Fault.status(400, "application/json", json),
                                Fault.status(401, "application/json", json),
                                Fault.status(403, "text/plain", told),
                                Fault.status(404, "application/json", json),
                                Fault.status(429, "application/json", json),
                                Fault.rewritten(this::talkative)));
        for (Fault fault : provider.undocumented(operation)) {
            if (fault.content() instanceof FaultContent.ProviderCode code) {
                all.add(Fault.code(code.code(), told));
            }
        }
        return all;
    }

    private String quoted() {
        try {
            return JSON.writeValueAsString(
                    Map.of("message", told, "Message", told, "responseMessage", told));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text cannot be written as JSON", e);
        }
    }

    /** A genuine answer whose words for people repeat what the provider was told. */
    SimulatorAnswer talkative(SimulatorAnswer genuine) {
        try {
            if (JSON.readTree(genuine.text()) instanceof ObjectNode object) {
                boolean talks = talk(object);
                if (!talks) {
                    object.put("message", told);
                }
                return genuine.withBody(JSON.writeValueAsString(object));
            }
        } catch (JsonProcessingException e) {
            return genuine;
        }
        return genuine;
    }

    private boolean talk(ObjectNode object) {
        List<String> words = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode value = field.getValue();
            if (value.isTextual()
                    && (value.textValue().contains(" ")
                            || WORDS.matcher(field.getKey()).matches())) {
                words.add(field.getKey());
            }
        }
        words.forEach(name -> object.put(name, told));
        return !words.isEmpty();
    }
}
