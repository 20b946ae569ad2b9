package id.dompet.testkit.duitku;

/** How callbacks are signed. */
public enum CallbackSignature {
    /** With the scheme the inquiry was signed with. */
    AS_INQUIRY,
    /** Always MD5. */
    LEGACY,
    /** Always HMAC-SHA256. */
    HMAC_SHA256;

    SignatureScheme forInquiry(SignatureScheme inquiry) {
        return switch (this) {
            case AS_INQUIRY -> inquiry;
            case LEGACY -> SignatureScheme.LEGACY;
            case HMAC_SHA256 -> SignatureScheme.HMAC_SHA256;
        };
    }
}
