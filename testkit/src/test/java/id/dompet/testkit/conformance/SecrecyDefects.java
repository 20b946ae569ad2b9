package id.dompet.testkit.conformance;

import java.util.List;

/** Faults: secrets that are printed. */
final class SecrecyDefects {
    private SecrecyDefects() {}

    static List<Defect> all() {
        return List.of();
    }
}
