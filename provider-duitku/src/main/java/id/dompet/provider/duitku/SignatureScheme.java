package id.dompet.provider.duitku;

/**
 * How requests and callbacks of the web API are signed. Account link headers are not affected: they
 * are SHA-256 in every document.
 */
enum SignatureScheme {
    /** HMAC-SHA256 keyed with the API key: docs.duitku.com since April 2026. */
    HMAC_SHA256("hmac-sha256", 64),
    /** MD5 with the API key at the end: Account Link V1.1 and every page before April 2026. */
    LEGACY("legacy", 32);

    private final String setting;
    private final int hexLength;

    SignatureScheme(String setting, int hexLength) {
        this.setting = setting;
        this.hexLength = hexLength;
    }

    /** What the setting {@code signature-scheme} calls it. */
    String setting() {
        return setting;
    }

    /** How many hexadecimal digits a signature has. */
    int hexLength() {
        return hexLength;
    }

    static SignatureScheme of(String setting) {
        for (SignatureScheme scheme : values()) {
            if (scheme.setting.equals(setting)) {
                return scheme;
            }
        }
        throw new IllegalArgumentException("no such signature scheme");
    }
}
