package id.dompet.testkit.conformance;

import java.util.List;

/** Faults: questions about payments that are asked or understood wrongly. */
final class StatusDefects {
    private StatusDefects() {}

    static List<Defect> all() {
        return List.of();
    }
}
