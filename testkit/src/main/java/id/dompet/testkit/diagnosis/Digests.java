package id.dompet.testkit.diagnosis;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The functions clients make signatures with, rightly or wrongly. */
public final class Digests {
    private Digests() {}

    /** A digest by its Java name, of the UTF-8 of a text. */
    public static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(utf8(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + algorithm, e);
        }
    }

    /** An HMAC by its Java name; an empty key counts as one zero byte, which is the same. */
    public static byte[] hmac(String algorithm, String key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.isEmpty() ? new byte[1] : utf8(key), algorithm));
            return mac.doFinal(utf8(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + algorithm, e);
        }
    }

    /** A key, or what is often taken for it. */
    public static Knob<String> key(String right, String name) {
        String remedy = "Use the " + name + " exactly as it was given: no quotes, no line break.";
        return Knob.right(right)
                .or(
                        right + "\n",
                        "line-break-in-key",
                        "The %s ends with a line break.".formatted(name),
                        remedy)
                .or(
                        right + "\r\n",
                        "line-break-in-key",
                        "The %s ends with a line break.".formatted(name),
                        remedy)
                .or(
                        " " + right,
                        "space-in-key",
                        "The %s begins with a space.".formatted(name),
                        remedy)
                .or(
                        right + " ",
                        "space-in-key",
                        "The %s ends with a space.".formatted(name),
                        remedy)
                .or(
                        "\"" + right + "\"",
                        "quotes-around-key",
                        "The %s has quotes around it.".formatted(name),
                        remedy)
                .or(
                        right.toLowerCase(Locale.ROOT),
                        "case-of-key",
                        "The %s is written in lower case.".formatted(name),
                        remedy)
                .or(
                        "",
                        "no-key",
                        "The %s is missing: an empty one was used.".formatted(name),
                        remedy);
    }

    /** How bytes become text where lower-case hexadecimal is right. */
    public static Knob<Function<byte[], String>> hex() {
        String remedy = "Write the signature in lower-case hexadecimal.";
        Function<byte[], String> lower = HexFormat.of()::formatHex;
        return Knob.right(lower)
                .or(
                        HexFormat.of().withUpperCase()::formatHex,
                        "upper-case-signature",
                        "The signature is right, and in upper case.",
                        remedy)
                .or(
                        Base64.getEncoder()::encodeToString,
                        "base64-signature",
                        "The signature is written in base64.",
                        remedy);
    }

    /** How bytes become text where base64 is right. */
    public static Knob<Function<byte[], String>> base64() {
        String remedy = "Write the signature in base64, with its padding.";
        Function<byte[], String> right = Base64.getEncoder()::encodeToString;
        return Knob.right(right)
                .or(
                        HexFormat.of()::formatHex,
                        "hexadecimal-signature",
                        "The signature is written in hexadecimal.",
                        remedy)
                .or(
                        HexFormat.of().withUpperCase()::formatHex,
                        "hexadecimal-signature",
                        "The signature is written in hexadecimal.",
                        remedy)
                .or(
                        Base64.getUrlEncoder()::encodeToString,
                        "base64url-signature",
                        "The signature is written in the base64 of addresses, with - and _.",
                        remedy)
                .or(
                        Base64.getEncoder().withoutPadding()::encodeToString,
                        "base64-without-padding",
                        "The signature is written in base64 without its padding.",
                        remedy)
                .or(
                        bytes ->
                                Base64.getEncoder()
                                        .encodeToString(utf8(HexFormat.of().formatHex(bytes))),
                        "base64-of-hexadecimal",
                        "The signature is the base64 of a hexadecimal text instead of the bytes.",
                        remedy);
    }

    /** A keyed function: (key, text) to bytes. */
    public static BiFunction<String, String, byte[]> hmac(String algorithm) {
        return (key, text) -> hmac(algorithm, key, text);
    }

    /** A digest over the text with the key at its end. */
    public static BiFunction<String, String, byte[]> withKeyAtTheEnd(String algorithm) {
        return (key, text) -> digest(algorithm, text + key);
    }

    /** A digest over the text with the key in front. */
    public static BiFunction<String, String, byte[]> withKeyInFront(String algorithm) {
        return (key, text) -> digest(algorithm, key + text);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
