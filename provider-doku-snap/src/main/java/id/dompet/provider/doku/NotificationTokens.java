package id.dompet.provider.doku;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.dompet.model.Secret;
import id.dompet.sign.HmacKey;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tokens that DOKU fetches from the merchant before it notifies (developers.doku.com, HTTP
 * notification sample for SNAP). A token carries its own end and a keyed hash, with a key made from
 * the client secret, so every instance of the merchant's fleet can verify what another one issued.
 * Thread-safe.
 */
final class NotificationTokens {
    static final Duration LIFE = Duration.ofMinutes(15);

    private static final Pattern FORM =
            Pattern.compile("n1\\.([0-9]{1,12})\\.([0-9a-f]{32})\\.([0-9a-f]{64})");
    private static final String PURPOSE = "dompet doku-snap notification token n1";
    private static final int NONCE_BYTES = 16;

    private final String clientId;
    private final HmacKey key;
    private final RandomGenerator random;

    NotificationTokens(String clientId, Secret clientSecret, RandomGenerator random) {
        this.clientId = clientId;
        // A key of its own: nothing that is signed with the client secret can become a token.
        this.key =
                HmacKey.sha256(
                        Secret.of(HmacKey.sha256(clientSecret).hex(PURPOSE.getBytes(UTF_8))));
        this.random = random;
    }

    String issue(Instant now) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String claims =
                "n1." + now.plus(LIFE).getEpochSecond() + "." + HexFormat.of().formatHex(nonce);
        return claims + "." + hash(claims);
    }

    /** Whether one of us issued this very text, and its time is not over. */
    boolean isValid(String token, Instant now) {
        Matcher parts = FORM.matcher(token);
        if (!parts.matches()) {
            return false;
        }
        String claims = token.substring(0, token.lastIndexOf('.'));
        boolean ours =
                MessageDigest.isEqual(hash(claims).getBytes(UTF_8), parts.group(3).getBytes(UTF_8));
        return ours && now.getEpochSecond() < Long.parseLong(parts.group(1));
    }

    private String hash(String claims) {
        return key.hex((clientId + "\n" + claims).getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "NotificationTokens[***]";
    }
}
