package id.dompet.testkit.duitku;

/** The two families of web API signatures; account link headers are SHA-256 in both. */
public enum SignatureScheme {
    /** MD5 (SHA-256 for payment methods) over a string that ends with the key. */
    LEGACY,
    /** HMAC-SHA256 keyed with the API key, documented since April 2026. */
    HMAC_SHA256
}
