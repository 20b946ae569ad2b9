package id.dompet.provider.duitku;

import id.dompet.testkit.duitku.SignatureScheme;

/** The module with the signatures that are documented today. */
class DuitkuHmacConformanceTest extends DuitkuConformance {
    DuitkuHmacConformanceTest() {
        super("hmac-sha256", SignatureScheme.HMAC_SHA256);
    }
}
