package id.dompet.testkit.duitku;

/** Which web API signatures the simulator takes. */
public enum AcceptedSignatures {
    /** Either scheme; the default, because nothing says that the old one was switched off. */
    EITHER,
    /** Only {@link SignatureScheme#LEGACY}. */
    LEGACY_ONLY,
    /** Only {@link SignatureScheme#HMAC_SHA256}. */
    HMAC_ONLY;

    /** Only this one. */
    static AcceptedSignatures only(SignatureScheme scheme) {
        return scheme == SignatureScheme.LEGACY ? LEGACY_ONLY : HMAC_ONLY;
    }

    boolean accepts(SignatureScheme scheme) {
        return switch (this) {
            case EITHER -> true;
            case LEGACY_ONLY -> scheme == SignatureScheme.LEGACY;
            case HMAC_ONLY -> scheme == SignatureScheme.HMAC_SHA256;
        };
    }
}
