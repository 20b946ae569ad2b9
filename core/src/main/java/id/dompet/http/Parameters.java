package id.dompet.http;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Names and values in {@code application/x-www-form-urlencoded} form, as in a form body or a query.
 * Reading is strict, because what it reads is compared with signatures: a name that comes twice, a
 * broken percent escape and bytes that are not UTF-8 are refused rather than guessed at.
 */
public final class Parameters {
    private Parameters() {}

    /** Thrown for text that has no single reading; the message names the fault, never a value. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /**
     * Reads a form body or a query (without its question mark).
     *
     * @return names to values, in the order of the text
     */
    public static Map<String, String> read(String text) throws Unreadable {
        Map<String, String> found = new LinkedHashMap<>();
        int start = 0;
        while (start <= text.length() && !text.isEmpty()) {
            int end = text.indexOf('&', start);
            if (end < 0) {
                end = text.length();
            }
            if (end > start) {
                put(found, text.substring(start, end));
            }
            start = end + 1;
        }
        return Collections.unmodifiableMap(found);
    }

    /**
     * Reads the query of an address that a customer's browser came back to. Some providers append
     * {@code ?name=value} to a return URL that has a query already, so a second question mark
     * separates like an ampersand.
     *
     * @param address a URL, or path and query as they stood in the request line
     */
    public static Map<String, String> ofReturn(String address) throws Unreadable {
        String text = address;
        int fragment = text.indexOf('#');
        if (fragment >= 0) {
            text = text.substring(0, fragment);
        }
        int query = text.indexOf('?');
        return query < 0 ? Map.of() : read(text.substring(query + 1).replace('?', '&'));
    }

    /** The text of these names and values, in the map's order, encoded as UTF-8. */
    public static String write(Map<String, String> values) {
        return values.entrySet().stream()
                .map(pair -> encode(pair.getKey()) + "=" + encode(pair.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void put(Map<String, String> found, String pair) throws Unreadable {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        if (found.putIfAbsent(name, value) != null) {
            throw new Unreadable("parameter '" + printable(name) + "' comes more than once");
        }
    }

    private static String decode(String text) throws Unreadable {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0 && isAscii(text)) {
            return text;
        }
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '+') {
                out.put((byte) ' ');
            } else if (raw[i] == '%') {
                int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
                int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw new Unreadable("broken percent escape");
                }
                out.put((byte) (high << 4 | low));
                i += 2;
            } else {
                out.put(raw[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(out.flip())
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable("bytes that are not UTF-8");
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static String printable(String name) {
        String shown = name.replaceAll("[^A-Za-z0-9._-]", "?");
        return shown.length() > 40 ? shown.substring(0, 40) : shown;
    }
}
