package id.dompet.testkit.conformance;

import java.util.List;

/** Faults: notifications that are believed or answered wrongly. */
final class NotificationDefects {
    private NotificationDefects() {}

    static List<Defect> all() {
        return List.of();
    }
}
