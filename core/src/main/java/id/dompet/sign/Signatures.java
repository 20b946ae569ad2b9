package id.dompet.sign;

import java.security.MessageDigest;
import java.util.HexFormat;

/** Comparison of signatures: decoded first, then byte by byte in constant time. */
public final class Signatures {
    private Signatures() {}

    /**
     * Whether text that came from outside is the hexadecimal form, in either case, of these bytes.
     * False for anything that is not hexadecimal; never throws.
     */
    public static boolean matchesHex(byte[] expected, String received) {
        if (received.length() != 2 * expected.length) {
            return false;
        }
        byte[] decoded;
        try {
            decoded = HexFormat.of().parseHex(received);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return MessageDigest.isEqual(expected, decoded);
    }
}
