package id.dompet.provider.doku;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/**
 * Signatures of token requests, both ways: RSA PKCS#1 v1.5 with SHA-256 over client id, {@code |}
 * and timestamp (developers.doku.com, signature component SNAP, asymmetric signature). Thread-safe.
 */
final class AsymmetricSigner {
    private static final String ALGORITHM = "SHA256withRSA";

    private final PrivateKey own;
    private final PublicKey doku;

    AsymmetricSigner(PrivateKey own, PublicKey doku) {
        this.own = own;
        this.doku = doku;
    }

    String sign(String clientId, String timestamp) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(own);
            signature.update(message(clientId, timestamp));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot sign with " + ALGORITHM, e);
        }
    }

    /** Whether DOKU signed this. False for anything that is not canonical base64; never throws. */
    boolean isDokus(String clientId, String timestamp, String received) {
        try {
            byte[] decoded = Base64.getDecoder().decode(received);
            if (!Base64.getEncoder().encodeToString(decoded).equals(received)) {
                return false;
            }
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(doku);
            signature.update(message(clientId, timestamp));
            return signature.verify(decoded);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] message(String clientId, String timestamp) {
        return (clientId + "|" + timestamp).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "AsymmetricSigner[***]";
    }
}
