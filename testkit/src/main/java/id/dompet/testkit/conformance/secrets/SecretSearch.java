package id.dompet.testkit.conformance.secrets;

import id.dompet.model.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds secrets in text, whatever the case: plain, in hex, in Base64 at any offset, URL-encoded,
 * and any eight characters of a secret that is long enough to be known by them; phone numbers in
 * every spelling.
 */
public final class SecretSearch {
    /** A shorter text occurs by accident. */
    private static final int PIECE = 8;

    private static final int HEX_PIECE = 16;
    private static final int CODED_PIECE = 11;
    private static final int LONG_ENOUGH = 16;
    private static final int FILTER_BITS = 20;

    private final Map<Long, List<Needle>> byStart = new HashMap<>();
    private final boolean[] mayStart = new boolean[1 << FILTER_BITS];

    /** A text to be found, in lower case. */
    private record Needle(String text, String name) {}

    /**
     * What was found.
     *
     * @param name of the secret and its spelling; not the secret
     * @param at where it begins in the text
     */
    public record Found(String name, int at) {}

    /**
     * Looks for this too.
     *
     * @param name what a message may call it
     */
    void add(String name, String secret) {
        for (String part : SecretParts.of(secret)) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            boolean pieces = part.length() >= LONG_ENOUGH;
            needles(name, part, pieces ? PIECE : part.length());
            String hex = HexFormat.of().formatHex(bytes);
            needles(name + " in hex", hex, pieces ? HEX_PIECE : hex.length());
            for (String encoded : base64(bytes)) {
                needles(name + " in Base64", encoded, pieces ? CODED_PIECE : encoded.length());
            }
            String url = SecretParts.urlEncoded(part);
            if (!url.equals(part)) {
                needles(name + ", URL-encoded", url, pieces ? CODED_PIECE : url.length());
            }
        }
    }

    /** Looks for a phone number too. */
    void add(PhoneNumber phone) {
        String national = phone.local().substring(1);
        needles("a phone number", national, national.length());
        for (String spelling :
                List.of(phone.local(), phone.international(), "+" + phone.international())) {
            byte[] bytes = spelling.getBytes(StandardCharsets.UTF_8);
            String hex = HexFormat.of().formatHex(bytes);
            needles("a phone number in hex", hex, hex.length());
            for (String encoded : base64(bytes)) {
                needles("a phone number in Base64", encoded, encoded.length());
            }
        }
    }

    /** What can be seen of these bytes in Base64, wherever in a longer text they stand. */
    private static List<String> base64(byte[] bytes) {
        List<String> all = new ArrayList<>();
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = new byte[offset + bytes.length];
            System.arraycopy(bytes, 0, shifted, offset, bytes.length);
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                String encoded = encoder.withoutPadding().encodeToString(shifted);
                int from = offset == 0 ? 0 : offset + 1;
                int to = shifted.length / 3 * 4;
                if (to > from) {
                    all.add(encoded.substring(from, to));
                }
            }
        }
        return all;
    }

    private void needles(String name, String text, int length) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (length < PIECE) {
            return;
        }
        for (int at = 0; at + length <= lower.length(); at++) {
            String piece = lower.substring(at, at + length);
            long start = 0;
            for (int i = 0; i < PIECE; i++) {
                start = (start << 8) | (piece.charAt(i) & 0xff);
            }
            mayStart[filter(start)] = true;
            byStart.computeIfAbsent(start, unused -> new ArrayList<>())
                    .add(new Needle(piece, name));
        }
    }

    private static int filter(long start) {
        return (int) ((start * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - FILTER_BITS));
    }

    /** The first secret in the text. */
    public Optional<Found> find(String text) {
        return scan(text).or(() -> scan(withoutSeparators(text)));
    }

    private Optional<Found> scan(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        long start = 0;
        for (int i = 0; i < lower.length(); i++) {
            start = (start << 8) | (lower.charAt(i) & 0xff);
            if (i >= PIECE - 1 && mayStart[filter(start)]) {
                int at = i - PIECE + 1;
                for (Needle needle : byStart.getOrDefault(start, List.of())) {
                    if (lower.startsWith(needle.text(), at)) {
                        return Optional.of(new Found(needle.name(), at));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** So that 0812-3456-7890 is found too. */
    private static String withoutSeparators(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (" -.()".indexOf(c) < 0) {
                digits.append(c);
            }
        }
        return digits.length() == text.length() ? "" : digits.toString();
    }
}
