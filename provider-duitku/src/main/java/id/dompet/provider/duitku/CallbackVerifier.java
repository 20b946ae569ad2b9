package id.dompet.provider.duitku;

import java.util.Optional;

/**
 * Verifies the signature of a callback (docs.duitku.com, callback) with the configured scheme, or
 * in transition with the one that the length of the received value belongs to: a value is never
 * tried both ways.
 */
final class CallbackVerifier {
    private final DuitkuSigner signer;
    private final SignatureScheme scheme;
    private final boolean transition;

    CallbackVerifier(DuitkuSigner signer, SignatureScheme scheme, boolean transition) {
        this.signer = signer;
        this.scheme = scheme;
        this.transition = transition;
    }

    /** Which scheme the signature matches; empty if it matches none that is allowed. */
    Optional<SignatureScheme> matching(String amount, String order, String signature) {
        for (SignatureScheme each : SignatureScheme.values()) {
            if (each.hexLength() == signature.length()
                    && (transition || each == scheme)
                    && signer.isCallback(each, amount, order, signature)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    boolean isTransition() {
        return transition;
    }
}
