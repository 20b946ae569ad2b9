package id.dompet.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Every request a simulator received, oldest first. Thread-safe.
 *
 * @param <O> the provider's operations
 */
public final class RequestJournal<O extends Enum<O>> {

    private final List<RecordedRequest<O>> entries = new ArrayList<>();

    /** Writes a request down; for the simulators. */
    public synchronized void add(
            Instant at,
            O operation,
            SimulatorRequest request,
            SignatureVerdict verdict,
            int status) {
        entries.add(
                new RecordedRequest<>(
                        entries.size() + 1L, at, operation, request, verdict, status));
    }

    /** All entries. */
    public synchronized List<RecordedRequest<O>> entries() {
        return List.copyOf(entries);
    }

    /** The entries of one operation. */
    public synchronized List<RecordedRequest<O>> of(O operation) {
        return entries.stream().filter(entry -> entry.operation() == operation).toList();
    }

    /** How many requests of one operation arrived. */
    public int count(O operation) {
        return of(operation).size();
    }

    /** Forgets all entries. */
    public synchronized void clear() {
        entries.clear();
    }
}
