package id.dompet.internal.config;

import id.dompet.model.DompetException;
import id.dompet.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that everything can be said at once. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    void add(String key, String reason, String suggestion) {
        found.add(new Problem(key, reason, suggestion));
    }

    int count() {
        return found.size();
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new DompetException.Misconfigured(found);
        }
    }
}
