package id.dompet.testkit.conformance.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The parts of a secret that are secret: what every key or token of its kind has is left out. */
final class SecretParts {
    /** Where the numbers begin in a key in PEM; what stands before says "RSA" and how long. */
    private static final int KEY_PREAMBLE = 52;

    private static final int SHORTEST = 8;

    private SecretParts() {}

    static List<String> of(String secret) {
        if (secret.contains("-----BEGIN")) {
            return ofPem(secret);
        }
        if (secret.startsWith("eyJ") && secret.indexOf('.') > 0) {
            // The first part of a JSON web token names the algorithm only.
            return List.of(secret.substring(secret.indexOf('.') + 1));
        }
        return secret.length() < SHORTEST ? List.of() : List.of(secret);
    }

    private static List<String> ofPem(String pem) {
        List<String> parts = new ArrayList<>();
        String body = pem.replaceAll("-----[A-Z ]+-----", "").strip();
        int skipped = 0;
        for (String line : body.split("\\s+", -1)) {
            int skip = Math.min(line.length(), Math.max(0, KEY_PREAMBLE - skipped));
            skipped += line.length();
            if (line.length() - skip >= SHORTEST) {
                parts.add(line.substring(skip));
            }
        }
        return parts;
    }

    static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
