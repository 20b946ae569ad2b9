package id.dompet.docs.umpama;

import id.dompet.testkit.SimulatorRequest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the fields of each request look like. As strict as Umpama: that finds faults early. */
final class UmpamaShape {
    private static final String REF = "[A-Za-z0-9._-]{1,32}";
    private static final String LINK = "[A-Za-z0-9]{32}";

    private static final Map<String, Map<String, String>> FIELDS =
            Map.of(
                    "/v1/links",
                            Map.of(
                                    "ref", REF,
                                    "wallet", "LINKAJA",
                                    "phone", "628[0-9]{7,12}",
                                    "return_url", "https?://.{1,500}"),
                    "/v1/links/get", Map.of("ref", REF),
                    "/v1/links/end", Map.of("link", LINK),
                    "/v1/balance", Map.of("link", LINK),
                    "/v1/pushes",
                            Map.of(
                                    "ref", REF,
                                    "link", LINK,
                                    "amount", "[1-9][0-9]{0,11}",
                                    "currency", "IDR",
                                    "note", ".{1,255}"),
                    "/v1/pushes/get", Map.of("ref", REF));

    private UmpamaShape() {}

    static Optional<String> objection(SimulatorRequest request) {
        if (!request.method().equals("POST")
                || !request.header("Content-Type")
                        .equals(Optional.of("application/x-www-form-urlencoded"))) {
            return Optional.of("not a POST of a form");
        }
        return new TreeMap<>(FIELDS.getOrDefault(request.path(), Map.of()))
                .entrySet().stream()
                        .filter(
                                field ->
                                        !Pattern.compile(field.getValue(), Pattern.DOTALL)
                                                .matcher(request.field(field.getKey()))
                                                .matches())
                        .map(field -> "the field " + field.getKey())
                        .findFirst();
    }
}
