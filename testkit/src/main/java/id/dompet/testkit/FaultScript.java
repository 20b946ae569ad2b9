package id.dompet.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The faults still to come, per operation, first scripted first shown. Thread-safe.
 *
 * @param <O> the provider's operations
 */
public final class FaultScript<O extends Enum<O>> {

    private final Map<O, Deque<Fault>> queued;
    private final Map<O, Fault> standing;
    private long shown;

    /** An empty script. */
    public FaultScript(Class<O> operations) {
        queued = new EnumMap<>(operations);
        standing = new EnumMap<>(operations);
    }

    /** The next request of this operation meets the fault. */
    public void next(O operation, Fault fault) {
        next(operation, 1, fault);
    }

    /** The next {@code times} requests of this operation meet the fault. */
    public synchronized void next(O operation, int times, Fault fault) {
        Deque<Fault> queue = queued.computeIfAbsent(operation, key -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            queue.add(fault);
        }
    }

    /** Every request of this operation meets the fault, once the queued ones are used up. */
    public synchronized void always(O operation, Fault fault) {
        standing.put(operation, fault);
    }

    /** Back to normal for all operations. */
    public synchronized void clear() {
        queued.clear();
        standing.clear();
    }

    /** Back to normal for one operation. */
    public synchronized void clear(O operation) {
        queued.remove(operation);
        standing.remove(operation);
    }

    /** The faults that are still queued for an operation, the next one first. */
    public synchronized List<Fault> queued(O operation) {
        return List.copyOf(queued.getOrDefault(operation, new ArrayDeque<>()));
    }

    /** Takes the fault a request of this operation meets now; for the simulators. */
    public synchronized Optional<Fault> take(O operation) {
        Deque<Fault> queue = queued.get(operation);
        Optional<Fault> taken =
                queue != null && !queue.isEmpty()
                        ? Optional.of(queue.remove())
                        : Optional.ofNullable(standing.get(operation));
        shown += taken.isPresent() ? 1 : 0;
        return taken;
    }

    /** How many queued faults requests of this operation have yet to meet. */
    public synchronized int waiting(O operation) {
        Deque<Fault> queue = queued.get(operation);
        return queue == null ? 0 : queue.size();
    }

    /** How many faults requests have met so far. */
    public synchronized long shown() {
        return shown;
    }
}
