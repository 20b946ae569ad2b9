package id.dompet.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is needed to believe a provider that does not know something any more: it says so twice,
 * each time when what was sent should have arrived by the clock of the instance that asks, and as
 * long apart, by the database's clock, as it may take to arrive. So no clock is believed alone: an
 * instance's that is hours ahead only counts the first time too early, and the database's, when it
 * jumps, only shortens a wait that was over.
 *
 * @param since when it was first missing, by the database's clock, if it was
 * @param now the database's clock
 * @param apart how far the two have to be apart
 */
record Misses(Optional<Instant> since, Instant now, Duration apart) {
    /** For outcomes that say nothing of the kind. */
    static final Misses NONE = new Misses(Optional.empty(), Instant.MIN, Duration.ZERO);

    /** When it was missing for the first time: this time, unless there was one before. */
    Instant first() {
        return since.orElse(now);
    }

    /** Whether this time makes it final. */
    boolean isEnough() {
        return since.filter(first -> !now.isBefore(first.plus(apart))).isPresent();
    }
}
