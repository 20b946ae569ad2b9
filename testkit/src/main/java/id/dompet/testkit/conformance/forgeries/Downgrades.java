package id.dompet.testkit.conformance.forgeries;

import id.dompet.testkit.conformance.forgeries.Carriers.Carrier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Notifications that propose a weaker way of signing, as those of web tokens did. */
public final class Downgrades {
    private static final List<String> HEADERS =
            List.of(
                    "Algorithm",
                    "X-Algorithm",
                    "Signature-Algorithm",
                    "X-Signature-Algorithm",
                    "X-Signature-Method",
                    "X-Signature-Type",
                    "X-Signature-Version");
    private static final List<String> NONE = List.of("none", "None", "NONE", "plain", "0");

    private Downgrades() {}

    /**
     * In the places of these proofs.
     *
     * @param proofs the signatures and tokens without which a notification is refused
     */
    public static List<Forgery> of(List<Carrier> proofs) {
        List<Forgery> all = new ArrayList<>();
        for (Carrier proof : proofs) {
            for (String value : values()) {
                Forgery forgery = proof.put().apply(value);
                all.add(forgery);
                for (String header : HEADERS) {
                    NONE.forEach(none -> all.add(forgery.header(header, List.of(none), header)));
                }
            }
        }
        return all;
    }

    private static List<String> values() {
        String none = base64("{\"alg\":\"none\",\"typ\":\"JWT\"}");
        return List.of(
                "",
                "none",
                "none=",
                "sha256=",
                "v0=none",
                none + "." + base64("{}") + ".",
                none + "..");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
