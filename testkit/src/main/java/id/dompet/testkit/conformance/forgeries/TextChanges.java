package id.dompet.testkit.conformance.forgeries;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a forger can make of one value: an amount, a time, a signature, a reference. */
final class TextChanges {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,4})?");
    private static final Pattern HEX = Pattern.compile("([0-9a-fA-F]{2}){8,}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}={0,2}");

    private TextChanges() {}

    /** Other values by what was done; never the value itself. */
    static Map<String, String> of(String value) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("emptied", "");
        all.put("in upper case", value.toUpperCase(Locale.ROOT));
        all.put("in lower case", value.toLowerCase(Locale.ROOT));
        all.put("with a space before it", " " + value);
        all.put("with a space after it", value + " ");
        all.put("with a zero after it", value + "0");
        all.put("with a zero before it", "0" + value);
        all.put("with a NUL after it", value + "\0");
        all.put("doubled", value + value);
        all.put("reversed", new StringBuilder(value).reverse().toString());
        all.put("null", "null");
        if (!value.isEmpty()) {
            all.put("without its first character", value.substring(1));
            all.put("without its last character", value.substring(0, value.length() - 1));
            all.put("cut in the middle", value.substring(0, value.length() / 2));
            all.put(
                    "with its first character escaped",
                    percent(value.substring(0, 1)) + value.substring(1));
            all.put(
                    "with its first character escaped for JSON",
                    String.format(Locale.ROOT, "\\u%04x", (int) value.charAt(0))
                            + value.substring(1));
        }
        if (NUMBER.matcher(value).matches()) {
            all.putAll(amounts(new BigDecimal(value)));
        }
        time(value).ifPresent(at -> all.putAll(times(value, at)));
        decoded(value).ifPresent(bytes -> all.putAll(encodings(bytes)));
        all.values().removeIf(value::equals);
        return all;
    }

    private static Map<String, String> amounts(BigDecimal amount) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("times ten", amount.multiply(BigDecimal.TEN).toPlainString());
        all.put("divided by ten", amount.divide(BigDecimal.TEN).toPlainString());
        all.put("plus one", amount.add(BigDecimal.ONE).toPlainString());
        all.put("less one", amount.subtract(BigDecimal.ONE).toPlainString());
        all.put("negative", amount.negate().toPlainString());
        all.put("as zero", "0");
        all.put("with sen", amount.setScale(2, java.math.RoundingMode.DOWN).toPlainString());
        all.put("without sen", amount.setScale(0, java.math.RoundingMode.DOWN).toPlainString());
        all.put("with an exponent", amount.unscaledValue() + "e" + -amount.scale());
        return all;
    }

    private static Optional<Instant> time(String value) {
        try {
            return Optional.of(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> times(String value, Instant at) {
        return java.util.stream.Stream.of(1, -1, 3_600, -3_600, 86_400, -86_400)
                .collect(
                        Collectors.toMap(
                                seconds -> "moved by " + Duration.ofSeconds(seconds),
                                seconds -> same(value, at.plusSeconds(seconds))));
    }

    /** In the same spelling, as far as it can be told. */
    private static String same(String value, Instant at) {
        OffsetDateTime old = OffsetDateTime.parse(value);
        String text = at.atOffset(old.getOffset()).toString();
        return text.length() == value.length() || value.endsWith("Z") ? text : at.toString();
    }

    /** Whether it is a number of bytes in hexadecimal. */
    static boolean isHex(String value) {
        return HEX.matcher(value).matches();
    }

    /** The bytes that a signature or another value of hexadecimal or Base64 stands for. */
    static Optional<byte[]> decoded(String value) {
        if (HEX.matcher(value).matches()) {
            return Optional.of(HexFormat.of().parseHex(value));
        }
        if (BASE64.matcher(value).matches()) {
            try {
                String plain = value.replace('-', '+').replace('_', '/').replace("=", "");
                return Optional.of(Base64.getDecoder().decode(plain));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> encodings(byte[] bytes) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("in hexadecimal", HexFormat.of().formatHex(bytes));
        all.put("in upper-case hexadecimal", HexFormat.of().withUpperCase().formatHex(bytes));
        all.put("in hexadecimal with colons", HexFormat.ofDelimiter(":").formatHex(bytes));
        all.put("in Base64", Base64.getEncoder().encodeToString(bytes));
        all.put(
                "in Base64 without padding",
                Base64.getEncoder().withoutPadding().encodeToString(bytes));
        all.put("in Base64 for URLs", Base64.getUrlEncoder().encodeToString(bytes));
        all.put(
                "in Base64 of hexadecimal",
                Base64.getEncoder()
                        .encodeToString(
                                HexFormat.of()
                                        .formatHex(bytes)
                                        .getBytes(StandardCharsets.US_ASCII)));
        all.put("as zeros", HexFormat.of().formatHex(new byte[bytes.length]));
        return all;
    }

    /** Every character as a percent escape. */
    static String percent(String text) {
        StringBuilder out = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.ISO_8859_1)) {
            out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
        }
        return out.toString();
    }

    /**
     * Values as alike as two of the same kind can be: what one ends with, the other begins with.
     */
    static List<String[]> moved(String left, String right) {
        List<String[]> all = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            if (left.length() > i) {
                int cut = left.length() - i;
                all.add(new String[] {left.substring(0, cut), left.substring(cut) + right});
            }
            if (right.length() > i) {
                all.add(new String[] {left + right.substring(0, i), right.substring(i)});
            }
        }
        return all;
    }
}
