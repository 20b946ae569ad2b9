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
    private long received;
    private int limit = Integer.MAX_VALUE;

    /** Writes a request down; for the simulators. */
    public synchronized void add(
            Instant at,
            O operation,
            SimulatorRequest request,
            SignatureVerdict verdict,
            Delivery delivery) {
        received++;
        entries.add(new RecordedRequest<>(received, at, operation, request, verdict, delivery));
        if (entries.size() > limit) {
            entries.remove(0);
        }
    }

    /** Forgets the oldest entries from now on when there are more; without limit by default. */
    public synchronized void keepLatest(int most) {
        limit = most;
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
        received = 0;
    }
}
