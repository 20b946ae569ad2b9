package id.dompet.provider.doku;

import java.util.Arrays;

/**
 * Removes the white space between the tokens of a JSON text, byte by byte: nothing inside a string
 * is touched, no number, escape or character is written in another way.
 */
final class JsonWhitespace {
    private JsonWhitespace() {}

    static byte[] strip(byte[] json) {
        byte[] kept = new byte[json.length];
        int length = 0;
        boolean inString = false;
        boolean escaped = false;
        for (byte b : json) {
            if (inString) {
                if (escaped) {
                    escaped = false;
                } else if (b == '\\') {
                    escaped = true;
                } else if (b == '"') {
                    inString = false;
                }
            } else if (b == ' ' || b == '\n' || b == '\r' || b == '\t') {
                continue;
            } else if (b == '"') {
                inString = true;
            }
            kept[length++] = b;
        }
        return Arrays.copyOf(kept, length);
    }
}
