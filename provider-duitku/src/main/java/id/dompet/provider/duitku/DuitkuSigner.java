package id.dompet.provider.duitku;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.dompet.http.Body;
import id.dompet.model.Secret;
import id.dompet.sign.Digest;
import id.dompet.sign.HmacKey;
import id.dompet.sign.Signatures;
import java.util.HexFormat;

/**
 * Duitku's signatures: parts joined with nothing between them, UTF-8, lower-case hexadecimal.
 *
 * <p>Nothing separates the parts, so one signature fits several splits of the same characters.
 * Whoever verifies must compare order, amount and merchant code with what is stored.
 */
final class DuitkuSigner {
    private final String merchantCode;
    private final Secret apiKey;
    private final HmacKey hmac;

    DuitkuSigner(String merchantCode, Secret apiKey) {
        this.merchantCode = merchantCode;
        this.apiKey = apiKey;
        this.hmac = HmacKey.sha256(apiKey);
    }

    /**
     * The header of an account link call: SHA-256 over merchant code, timestamp, the very bytes of
     * the body and the key (Account Link V1.1, sections 1 to 4 and "Signature calculation").
     */
    String accountLink(String timestamp, Body body) {
        return Digest.SHA_256.hex(
                utf8(merchantCode), utf8(timestamp), body.bytes(), utf8(apiKey.reveal()));
    }

    /** Order before amount (Account Link V1.1, section 5; docs.duitku.com, inquiry). */
    String inquiry(SignatureScheme scheme, String order, long amount) {
        return hex(sign(scheme, order, Long.toString(amount)));
    }

    /** Account Link V1.1, section 6. */
    String status(SignatureScheme scheme, String order) {
        return hex(sign(scheme, order, ""));
    }

    /**
     * Amount before order (docs.duitku.com, callback). Account Link V1.1, section 7, prints the
     * order of the inquiry instead; the provider's own libraries and test fixtures do not verify
     * that way.
     *
     * @param amount the characters as they were received
     * @param received hexadecimal in either case
     */
    boolean isCallback(SignatureScheme scheme, String amount, String order, String received) {
        return Signatures.matchesHex(sign(scheme, amount, order), received);
    }

    private byte[] sign(SignatureScheme scheme, String first, String second) {
        byte[] message = utf8(merchantCode + first + second);
        return switch (scheme) {
            case HMAC_SHA256 -> hmac.of(message);
            case LEGACY -> Digest.MD5.of(message, utf8(apiKey.reveal()));
        };
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
