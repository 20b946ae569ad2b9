package id.dompet.ledger;

import id.dompet.ledger.store.LinkStore;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** Removes what is finished and old, in small transactions. */
final class Purge {
    private static final Duration SHORTEST = Duration.ofDays(31);
    private static final int BATCH = 500;

    private final PaymentStore payments;
    private final LinkStore links;
    private final TimeSource time;

    Purge(PaymentStore payments, LinkStore links, TimeSource time) {
        this.payments = payments;
        this.links = links;
        this.time = time;
    }

    int run(Duration unchangedFor) {
        if (unchangedFor.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "payments are kept for at least %d days, not %s"
                            .formatted(SHORTEST.toDays(), unchangedFor));
        }
        // References are unique only while they are remembered: a clock that is ahead must not
        // make the ledger forget.
        Instant line = earlier(time.now(), payments.now()).minus(unchangedFor);
        int removed = 0;
        int batch;
        do {
            batch = payments.purge(line, BATCH);
            removed += batch;
        } while (batch == BATCH);
        int unused = links.purgeAttempts(line);
        return removed;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
