package id.dompet.provider.duitku;

import id.dompet.testkit.duitku.SignatureScheme;

/** The module with the signatures of accounts that have not been moved. */
class DuitkuLegacyConformanceTest extends DuitkuConformance {
    DuitkuLegacyConformanceTest() {
        super("legacy", SignatureScheme.LEGACY);
    }
}
