package id.dompet.testkit.conformance;

import java.util.List;

/** Faults: requests that the provider would not take, or not always. */
final class WireDefects {
    private WireDefects() {}

    static List<Defect> all() {
        return List.of();
    }
}
