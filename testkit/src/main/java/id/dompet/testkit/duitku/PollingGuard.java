package id.dompet.testkit.duitku;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts status calls and blocks who asks too often. */
final class PollingGuard {

    private final PollingLimit limit;
    private final Clock clock;
    private final Deque<Instant> calls = new ArrayDeque<>();
    private Instant blockedUntil = Instant.MIN;

    PollingGuard(PollingLimit limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** Whether this call may be answered. */
    synchronized boolean allow() {
        Instant now = clock.instant();
        if (limit.calls() == 0) {
            return true;
        }
        if (now.isBefore(blockedUntil)) {
            return false;
        }
        while (!calls.isEmpty() && !calls.getFirst().plus(limit.window()).isAfter(now)) {
            calls.removeFirst();
        }
        if (calls.size() >= limit.calls()) {
            calls.clear();
            blockedUntil = now.plus(limit.blockedFor());
            return false;
        }
        calls.addLast(now);
        return true;
    }
}
