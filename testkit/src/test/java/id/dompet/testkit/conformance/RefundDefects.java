package id.dompet.testkit.conformance;

import java.util.List;

/** Faults: refunds that are sent or understood wrongly. */
final class RefundDefects {
    private RefundDefects() {}

    static List<Defect> all() {
        return List.of();
    }
}
