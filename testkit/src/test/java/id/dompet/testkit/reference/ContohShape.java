package id.dompet.testkit.reference;

import com.fasterxml.jackson.databind.JsonNode;
import id.dompet.testkit.SimulatorRequest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the fields of each request to Contoh look like. */
final class ContohShape {
    private static final String REFERENCE = "[A-Za-z0-9._-]{1,32}";
    private static final String AMOUNT = "[0-9]{1,16}\\.[0-9]{2}";
    private static final String TEXT = ".{1,255}";
    private static final String ADDRESS = "https?://.+";
    private static final String WALLET = "OVO|DANA";

    private static final Map<String, Map<String, String>> FIELDS =
            Map.of(
                    "/customer-token", Map.of("credential", TEXT),
                    "/unlink", Map.of("credential", TEXT),
                    "/link",
                            Map.of(
                                    "attempt", REFERENCE,
                                    "wallet", WALLET,
                                    "phone", "628[0-9]{7,12}",
                                    "returnUrl", ADDRESS),
                    "/link/complete", Map.of("attempt", REFERENCE),
                    "/charge",
                            Map.of(
                                    "reference", REFERENCE,
                                    "amount", AMOUNT,
                                    "currency", "IDR",
                                    "mode", "PIN|NOW|REDIRECT",
                                    "wallet", WALLET,
                                    "description", TEXT,
                                    "name", TEXT,
                                    "returnUrl", ADDRESS),
                    "/status", Map.of("reference", REFERENCE),
                    "/refund",
                            Map.of("refund", REFERENCE, "reference", REFERENCE, "amount", AMOUNT),
                    "/refund/status", Map.of("refund", REFERENCE));

    private ContohShape() {}

    static Optional<String> objection(SimulatorRequest request) {
        JsonNode body = ContohLetters.read(request.body());
        if (!request.method().equals("POST")
                || !request.header("Content-Type").orElse("").startsWith("application/json")
                || !body.isObject()) {
            return Optional.of("not a POST of a JSON object");
        }
        return new TreeMap<>(FIELDS.getOrDefault(request.path(), Map.of()))
                .entrySet().stream()
                        .filter(field -> !fits(body.path(field.getKey()), field.getValue()))
                        .map(field -> "the field " + field.getKey())
                        .findFirst();
    }

    private static boolean fits(JsonNode value, String pattern) {
        return value.isTextual()
                && Pattern.compile(pattern, Pattern.DOTALL).matcher(value.textValue()).matches();
    }
}
