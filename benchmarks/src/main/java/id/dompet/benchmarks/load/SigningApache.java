package id.dompet.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.dompet.benchmarks.Shop;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The same client, which also makes the signature of each charge, with the JDK's digest and keyed
 * hash and nothing else: what is left above it is what Dompet could do without.
 */
final class SigningApache implements Client {
    /** As long as what DOKU wants to have signed, with a token of this bench's length. */
    private static final byte[] TO_SIGN = "s".repeat(606).getBytes(UTF_8);

    private final BareApache client;
    private final byte[] body;

    SigningApache(BareApache client, Recorded request) {
        this.client = client;
        this.body = request.body().bytes();
    }

    @Override
    public Caller caller() throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Mac mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(Shop.CLIENT_SECRET.reveal().getBytes(UTF_8), "HmacSHA512"));
        return () -> {
            byte[] ofBody = digest.digest(body);
            mac.update(ofBody);
            client.send(Base64.getEncoder().encodeToString(mac.doFinal(TO_SIGN)));
        };
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
