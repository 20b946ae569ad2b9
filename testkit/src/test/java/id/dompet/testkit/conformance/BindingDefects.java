package id.dompet.testkit.conformance;

import java.util.List;

/** Faults: links that are begun, completed or ended wrongly. */
final class BindingDefects {
    private BindingDefects() {}

    static List<Defect> all() {
        return List.of();
    }
}
