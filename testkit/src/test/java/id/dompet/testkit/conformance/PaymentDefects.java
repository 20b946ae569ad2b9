package id.dompet.testkit.conformance;

import java.util.List;

/** Faults: charges that are sent or understood wrongly. */
final class PaymentDefects {
    private PaymentDefects() {}

    static List<Defect> all() {
        return List.of();
    }
}
