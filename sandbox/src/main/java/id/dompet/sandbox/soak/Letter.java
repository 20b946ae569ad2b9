package id.dompet.sandbox.soak;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A notification on its way. Immutable.
 *
 * @param path where it goes
 * @param headers as they came
 * @param body as it came
 */
record Letter(String path, Map<String, List<String>> headers, String body) {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** What every connection has its own of. */
    private static final Set<String> OF_THE_CONNECTION =
            new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        OF_THE_CONNECTION.addAll(
                List.of(
                        "Connection",
                        "Content-Length",
                        "Expect",
                        "Host",
                        "HTTP2-Settings",
                        "Transfer-Encoding",
                        "Upgrade"));
    }

    static Letter of(String path, Map<String, List<String>> headers, byte[] body) {
        return new Letter(
                path, new LinkedHashMap<>(headers), new String(body, StandardCharsets.UTF_8));
    }

    HttpRequest to(URI worker) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(worker.resolve(path))
                        .timeout(PATIENCE)
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(
                (name, values) -> {
                    if (!OF_THE_CONNECTION.contains(name)) {
                        values.forEach(value -> request.header(name, value));
                    }
                });
        return request.build();
    }

    /** What somebody who knows no key would make of it; never the same. */
    Letter forged(Random random) {
        List<Letter> forgeries =
                Stream.of(
                                withBody(body.replace("resultCode=01", "resultCode=00")),
                                withBody(body.replace("resultCode=00", "resultCode=01")),
                                withBody(body.replaceAll("amount=[0-9]+", "amount=1")),
                                withBody(
                                        body.replaceAll(
                                                "\"value\":\"[0-9.]+\"", "\"value\":\"1.00\"")),
                                withBody(
                                        body.replaceAll(
                                                "TransactionStatus\":\"[0-9]+\"",
                                                "TransactionStatus\":\"00\"")),
                                withBody(body.replaceAll("soak-[0-9]+", "soak-1")),
                                withoutSignature(),
                                withBody(body.replaceAll("signature=[^&]*", "signature=")))
                        .filter(forged -> !forged.equals(this))
                        .toList();
        return forgeries.isEmpty()
                ? withBody(body + " ")
                : forgeries.get(random.nextInt(forgeries.size()));
    }

    private Letter withBody(String other) {
        return new Letter(path, headers, other);
    }

    private Letter withoutSignature() {
        Map<String, List<String>> fewer = new LinkedHashMap<>(headers);
        for (String name :
                new ArrayList<>(Arrays.asList(headers.keySet().toArray(String[]::new)))) {
            if (name.equalsIgnoreCase("X-SIGNATURE")) {
                List<String> unused = fewer.remove(name);
            }
        }
        return new Letter(path, fewer, body);
    }

    /** Without signature and content. */
    @Override
    public String toString() {
        return "Letter[" + path + "]";
    }
}
