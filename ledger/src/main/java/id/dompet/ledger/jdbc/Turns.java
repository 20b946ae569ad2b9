package id.dompet.ledger.jdbc;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one transaction after the other at an H2 file. Each commit there writes the tables as they
 * are, with what other transactions have half done: killed at that moment, the file keeps an index
 * entry without its row, or a row that nobody has committed. PostgreSQL needs none of this.
 */
final class Turns {
    /** Everybody at once. */
    static final Turns NONE = new Turns(Optional.empty());

    private static final ConcurrentMap<String, ReentrantLock> FILES = new ConcurrentHashMap<>();

    private final Optional<ReentrantLock> lock;

    private Turns(Optional<ReentrantLock> lock) {
        this.lock = lock;
    }

    /** The turns at a file, the same for all who opened it in this process; none in memory. */
    static Turns of(String path) {
        if (path.equals("null")) {
            return NONE;
        }
        return new Turns(
                Optional.of(FILES.computeIfAbsent(path, unused -> new ReentrantLock(true))));
    }

    void take() {
        lock.ifPresent(ReentrantLock::lock);
    }

    void pass() {
        lock.ifPresent(ReentrantLock::unlock);
    }
}
