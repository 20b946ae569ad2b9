package id.dompet.testkit.conformance.forgeries;

import id.dompet.http.InboundRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What strangers post to addresses that they find. */
public final class Garbage {
    private static final int LARGE = 64 * 1024;
    private static final int RANDOM = 200;

    private Garbage() {}

    /** Garbage under no headers, and under those of a genuine notification. */
    public static List<Forgery> like(InboundRequest genuine, long seed) {
        Forgery bare =
                Forgery.of(InboundRequest.of("POST", genuine.target(), Map.of(), new byte[0]));
        Forgery dressed = Forgery.of(genuine);
        List<Forgery> all = new ArrayList<>();
        bodies(seed)
                .forEach(
                        (what, body) -> {
                            all.add(bare.body(body, what));
                            all.add(dressed.body(body, what + " under genuine headers"));
                        });
        all.add(bare.method("GET", "a GET without anything"));
        all.add(bare.target("", "nothing at all"));
        for (String name : dressed.ownHeaders()) {
            for (String value : List.of("", "\0", "%", "=", "\u20ac", "-1", "x".repeat(LARGE))) {
                all.add(
                        dressed.header(name, List.of(value), "an absurd header " + name)
                                .body("{}", "no content"));
            }
            all.add(dressed.header(name, List.of(), "no " + name).body("", "an empty body"));
        }
        return all;
    }

    private static Map<String, String> bodies(long seed) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("an empty body", "");
        all.put("a body of spaces", " ".repeat(LARGE));
        all.put("deep JSON lists", "[".repeat(LARGE - 1));
        all.put("deep JSON objects", "{\"a\":".repeat(LARGE / 6));
        all.put("deep XML", "<a>".repeat(LARGE / 4));
        all.put("a long number", "{\"amount\":1" + "0".repeat(LARGE / 2) + "}");
        all.put("a large exponent", "{\"amount\":1e999999999}");
        all.put("a form of many fields", "a=1&".repeat(LARGE / 4));
        all.put("a form of broken escapes", "a=%&%zz=%e0%80");
        all.put("broken UTF-8", "{\"reference\":\"\u00c3(\u00ff\u00fe\"}");
        all.put("NUL characters", "\0".repeat(1_000));
        all.put("JSON of another kind", "[]");
        all.put("a JSON text", "\"paid\"");
        all.put("JSON null", "null");
        all.put("an empty JSON object", "{}");
        all.put("HTML", "<html><body>Bad Gateway</body></html>");
        Random random = new Random(seed);
        for (int i = 0; i < RANDOM; i++) {
            StringBuilder bytes = new StringBuilder();
            random.ints(random.nextInt(300), 0, 256).forEach(b -> bytes.append((char) b));
            all.put("random bytes " + i, bytes.toString());
        }
        return all;
    }
}
