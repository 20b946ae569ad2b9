package id.dompet.testkit.conformance;

import java.util.List;

/** Faults: modules that are badly described or configured. */
final class PluginDefects {
    private PluginDefects() {}

    static List<Defect> all() {
        return List.of();
    }
}
