package id.dompet.sandbox.soak;

import java.time.Duration;
import java.util.Locale;
import java.util.Random;

/**
 * What a soak is to do. Everything that is left to chance comes from the seed: orders, customers,
 * faults, kills. When processes get their turns does not, so no two runs are the same to the
 * millisecond.
 *
 * @param troubled how long there are faults and kills, in real time
 * @param seed what chance comes from
 * @param database on which database
 * @param workerClass the program of the workers
 * @param verbose whether workers log every exchange
 */
record SoakPlan(
        Duration troubled, long seed, DatabaseKind database, String workerClass, boolean verbose) {
    /** The databases a soak can run on. */
    enum DatabaseKind {
        /** A file, which one process has at a time. */
        H2(1),
        /** A server of the soak's own, with several workers at once. */
        POSTGRES(3);

        private final int workers;

        DatabaseKind(int workers) {
            this.workers = workers;
        }

        /** How many workers run at a time. */
        int workers() {
            return workers;
        }

        /** As it is written on the command line. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Chance for one purpose, apart from that of all others. */
    Random random(String purpose) {
        return new Random(seed * 31 + purpose.hashCode());
    }

    /** The command that does the same again. */
    String command() {
        return "dompet soak --seed %d --seconds %d --database %s"
                .formatted(seed, troubled.toSeconds(), database.word());
    }
}
