package id.dompet.testkit.doku;

import id.dompet.testkit.SimulatorRequest;
import id.dompet.testkit.diagnosis.Digests;
import id.dompet.testkit.diagnosis.Knob;
import id.dompet.testkit.diagnosis.Mistake;
import id.dompet.testkit.diagnosis.SignatureDiagnosis;
import id.dompet.testkit.diagnosis.SignatureSearch;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import javax.crypto.Cipher;

/** The signature of token requests: SHA-256 with RSA over client id and time. */
final class AsymmetricDoctor {
    private static final String REMEDY =
            "Sign X-CLIENT-KEY|X-TIMESTAMP with SHA256withRSA and the merchant's private key, and"
                    + " write the signature in base64.";

    /** Begin of the ASN.1 that names the digest in a PKCS#1 signature, by Java's name. */
    private static final Map<String, String> DIGESTS =
            Map.of(
                    "SHA-256", "3031300d060960864801650304020105000420",
                    "SHA-1", "3021300906052b0e03021a05000414",
                    "SHA-512", "3051300d060960864801650304020305000440",
                    "MD5", "3020300c06082a864886f70d020505000410");

    private final DokuSettings settings;

    AsymmetricDoctor(DokuSettings settings) {
        this.settings = settings;
    }

    static SignatureDiagnosis right(SimulatorRequest request) {
        return new SignatureDiagnosis(
                List.of(),
                request.header("X-CLIENT-KEY").orElse("<X-CLIENT-KEY>")
                        + "|"
                        + request.header("X-TIMESTAMP").orElse("<X-TIMESTAMP>"),
                "SHA-256 with RSA (SHA256withRSA) of that text with the merchant's private key, in"
                        + " base64.");
    }

    List<Mistake> explain(SimulatorRequest request) {
        String given = request.header("X-SIGNATURE").orElse("");
        String client = request.header("X-CLIENT-KEY").orElse("");
        String time = request.header("X-TIMESTAMP").orElse("");
        if (isKeyed(request, given, client, time)) {
            return List.of(
                    new Mistake(
                            "other-scheme",
                            "The signature is an HMAC with the client secret; token requests are"
                                    + " signed with the private key.",
                            REMEDY));
        }
        Optional<byte[]> bytes = decoded(given);
        if (bytes.isEmpty()) {
            return List.of(new Mistake("not-base64", "The signature is not base64.", REMEDY));
        }
        Optional<byte[]> opened =
                opened(settings.credentials().merchant().getPublic(), bytes.get());
        if (opened.isEmpty()) {
            return List.of(
                    new Mistake(
                            "other-key",
                            "The signature is not made with the merchant's private key of this"
                                    + " sandbox (or not with RSA and PKCS#1 padding).",
                            "Use the private key the sandbox wrote; the one of another environment"
                                    + " is not valid here. "
                                    + REMEDY));
        }
        boolean hex = !isBase64OfRsa(given);
        List<Mistake> inside = inside(opened.get(), client, time);
        if (!hex) {
            return inside;
        }
        Mistake writing =
                new Mistake(
                        "hexadecimal-signature",
                        "The signature is written in hexadecimal.",
                        "Write the signature in base64, with its padding.");
        return inside.isEmpty() ? List.of(writing) : List.of(writing, inside.get(0));
    }

    /** The key is right: what was signed, and with which digest? */
    private List<Mistake> inside(byte[] digestInfo, String client, String time) {
        String info = HexFormat.of().formatHex(digestInfo);
        Knob<BinaryOperator<String>> order =
                Knob.<BinaryOperator<String>>right((id, at) -> id + "|" + at)
                        .or(
                                (id, at) -> id + ":" + at,
                                "separators",
                                "Client id and time are joined with a colon.",
                                REMEDY)
                        .or(
                                (id, at) -> id + at,
                                "separators",
                                "Client id and time are joined without the bar.",
                                REMEDY)
                        .or(
                                (id, at) -> at + "|" + id,
                                "order-of-fields",
                                "The time stands before the client id.",
                                REMEDY)
                        .or((id, at) -> id, "field-not-signed", "The time is not signed.", REMEDY);
        Knob<String> times = TimeForms.of(time);
        Knob<String> clients =
                Knob.right(client)
                        .or(
                                settings.clientId(),
                                "other-account",
                                "The signature is made over another client id than X-CLIENT-KEY.",
                                REMEDY)
                        .or(
                                settings.credentials().clientSecret(),
                                "secret-signed",
                                "The client secret is signed instead of the client id.",
                                REMEDY);
        Knob<String> digest = Knob.right("SHA-256");
        for (String other : List.of("SHA-1", "SHA-512", "MD5")) {
            digest =
                    digest.or(
                            other,
                            "other-digest",
                            "The digest inside the signature is %s.".formatted(other),
                            REMEDY);
        }
        Knob<String> digests = digest;
        return SignatureSearch.of(order, times, clients, digests)
                .explain(
                        at -> {
                            String name = at.of(digests);
                            String text = at.of(order).apply(at.of(clients), at.of(times));
                            return info.equals(
                                    DIGESTS.get(name)
                                            + HexFormat.of().formatHex(Digests.digest(name, text)));
                        })
                .orElseGet(
                        () ->
                                List.of(
                                        new Mistake(
                                                "other-text",
                                                "The private key is right; another text was signed"
                                                        + " than client id, bar and time.",
                                                REMEDY)));
    }

    private boolean isKeyed(SimulatorRequest request, String given, String client, String time) {
        String secret = settings.credentials().clientSecret();
        String url = request.path();
        return List.of(
                        client + "|" + time,
                        client + ":" + time,
                        SnapSignatures.stringToSign(url, "", request.body(), time))
                .stream()
                .anyMatch(text -> SnapSignatures.symmetric(secret, text).equals(given));
    }

    private static Optional<byte[]> opened(PublicKey key, byte[] signature) {
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            rsa.init(Cipher.DECRYPT_MODE, key);
            return Optional.of(rsa.doFinal(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isBase64OfRsa(String given) {
        return !given.matches("[0-9a-fA-F]{512,1024}");
    }

    private static Optional<byte[]> decoded(String given) {
        try {
            return Optional.of(
                    isBase64OfRsa(given)
                            ? Base64.getDecoder().decode(given.getBytes(StandardCharsets.UTF_8))
                            : HexFormat.of().parseHex(given));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
