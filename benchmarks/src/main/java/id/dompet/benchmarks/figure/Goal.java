package id.dompet.benchmarks.figure;

import java.util.Optional;

/**
 * What a figure must not be above, or not be below.
 *
 * @param name short, such as {@code P1}
 * @param promise in words
 * @param at the figure that is judged
 * @param bound which side of the limit is good
 * @param limit in the figure's unit
 */
public record Goal(String name, String promise, Figure.Place at, Bound bound, double limit) {

    /** Which side of the limit is good. */
    public enum Bound {
        /** The limit or less. */
        AT_MOST("at most"),
        /** The limit or more. */
        AT_LEAST("at least");

        private final String words;

        Bound(String words) {
            this.words = words;
        }
    }

    /** One that a figure must not be above. */
    public static Goal atMost(
            String name, String promise, String table, String row, String column, double limit) {
        return new Goal(name, promise, new Figure.Place(table, row, column), Bound.AT_MOST, limit);
    }

    /** One that a figure must not be below. */
    public static Goal atLeast(
            String name, String promise, String table, String row, String column, double limit) {
        return new Goal(name, promise, new Figure.Place(table, row, column), Bound.AT_LEAST, limit);
    }

    /** Whether it is reached; what was not measured is not reached. */
    public boolean holds(Figures figures) {
        Optional<Double> value = figures.at(at);
        if (value.isEmpty() || value.get().isNaN()) {
            return false;
        }
        return bound == Bound.AT_MOST ? value.get() <= limit : value.get() >= limit;
    }

    /** The limit as people read it. */
    String limitText() {
        return bound.words + " " + Numbers.text(limit);
    }
}
