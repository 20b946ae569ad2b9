package id.dompet.testkit.doku;

import id.dompet.http.InboundRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Notifications that DOKU did not send. Each tells a lie, so that belief shows. */
final class DokuForgeries {

    private static final Base64.Encoder BASE64 = Base64.getEncoder();
    private static final String STATUS = "\"latestTransactionStatus\":\"";

    /** A token as DOKU's own look, with an algorithm that needs no key. */
    private static final String UNSIGNED_TOKEN =
            "eyJhbGciOiJub25lIn0.eyJleHAiOjQxMDI0NDQ4MDAsImlzcyI6IkRPS1UifQ.";

    private final String clientSecret;

    DokuForgeries(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    List<InboundRequest> of(InboundRequest genuine) {
        SignedInbound sent = new SignedInbound(genuine, clientSecret);
        SignedInbound lie = sent.withBody(lie(sent.text()));
        String right = lie.signature();
        List<SignedInbound> forged = new ArrayList<>();
        forged.add(lie);
        wrong(sent, lie).forEach(signature -> forged.add(lie.withSignature(signature)));
        respelt(right).forEach(signature -> forged.add(lie.withSignature(signature)));
        forged.add(lie.withSignature());
        forged.add(lie.withSignature(sent.header("X-SIGNATURE"), right));
        forged.add(lie.withSignature(right, sent.header("X-SIGNATURE")));
        tokens(lie).forEach(forged::add);
        forged.add(lie.signed().withHeader("X-PARTNER-ID", "BRN-0000-0000000000000"));
        forged.add(lie.signed().withHeader("X-TIMESTAMP", "2020-01-01T00:00:00+07:00"));
        forged.add(lie.signed().withHeader("X-TIMESTAMP"));
        forged.addAll(spacesInStrings(sent));
        return forged.stream().map(SignedInbound::request).toList();
    }

    /** The other result; of a link as of a payment. */
    private static String lie(String body) {
        if (body.contains(STATUS)) {
            String paid = body.replace(STATUS + "00", STATUS + "06");
            return paid.equals(body) ? body.replaceFirst(STATUS + "[0-9]*", STATUS + "00") : paid;
        }
        return body.contains("SUCCESS")
                ? body.replace("SUCCESS", "FAILED")
                : body.replace("FAILED", "SUCCESS");
    }

    /** Signatures over something else, with another key, or made in another way. */
    private List<String> wrong(SignedInbound sent, SignedInbound lie) {
        UnaryOperator<String> same = UnaryOperator.identity();
        String text = lie.stringToSign();
        String path = lie.request().target();
        return List.of(
                mac("HmacSHA256", clientSecret, text),
                mac("HmacSHA1", clientSecret, text),
                digest("SHA-512", text),
                digest("SHA-512", clientSecret + text),
                digest("SHA-512", text + clientSecret),
                mac("HmacSHA512", lie.header("X-PARTNER-ID"), text),
                mac("HmacSHA512", "SK-another-merchants-secret", text),
                mac("HmacSHA512", lie.token(), text),
                symmetric(lie.stringToSign("/v1.0/debit/notify/other", lie.token(), same)),
                symmetric(lie.stringToSign("", lie.token(), same)),
                symmetric(lie.stringToSign(path, "", same)),
                symmetric(lie.stringToSign(path, lie.token(), unused -> "")),
                symmetric(
                        lie.stringToSign(
                                path, lie.token(), digest -> digest.toUpperCase(Locale.ROOT))),
                symmetric(lie.stringToSign(path, lie.token(), unused -> lie.text())),
                symmetric(text.replaceFirst("^POST", "GET")),
                symmetric(sent.stringToSign() + "\n"),
                BASE64.encodeToString(new byte[64]));
    }

    /** The right bytes of the lie, not written as documented. */
    private static List<String> respelt(String right) {
        byte[] bytes = Base64.getDecoder().decode(right);
        String hex = HexFormat.of().formatHex(bytes);
        return Stream.of(
                        hex,
                        hex.toUpperCase(Locale.ROOT),
                        BASE64.encodeToString(hex.getBytes(StandardCharsets.US_ASCII)),
                        right.toLowerCase(Locale.ROOT),
                        right.toUpperCase(Locale.ROOT),
                        right.substring(0, right.length() / 2),
                        right.substring(0, 1),
                        right + right,
                        "")
                .toList();
    }

    /** Rightly signed, with a token that this merchant has not issued. */
    private static List<SignedInbound> tokens(SignedInbound lie) {
        String own = lie.token();
        char last = own.charAt(own.length() - 1);
        return Stream.of(
                        UNSIGNED_TOKEN,
                        "token-of-another-merchant",
                        own.substring(0, own.length() - 1) + (last == '0' ? '1' : '0'),
                        own.substring(0, own.length() / 2),
                        own + "x",
                        "null",
                        "")
                .map(token -> lie.withHeader("Authorization", "Bearer " + token).signed())
                .toList();
    }

    /** White space between tokens is not signed; white space inside a string is. */
    private static List<SignedInbound> spacesInStrings(SignedInbound sent) {
        return Stream.of(
                        sent.text().replaceFirst(STATUS, STATUS + " "),
                        sent.text().replaceFirst("\"value\":\"([0-9])", "\"value\":\"$1 "),
                        sent.text()
                                .replaceFirst(
                                        "\"originalPartnerReferenceNo\":\"(.)",
                                        "\"originalPartnerReferenceNo\":\"$1 "))
                .filter(text -> !text.equals(sent.text()))
                .map(sent::withBody)
                .toList();
    }

    private String symmetric(String text) {
        return SnapSignatures.symmetric(clientSecret, text);
    }

    private static String mac(String algorithm, String key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return BASE64.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + algorithm, e);
        }
    }

    private static String digest(String algorithm, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            return BASE64.encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + algorithm, e);
        }
    }
}
