package id.dompet.benchmarks.figure;

import java.util.List;
import java.util.Optional;

/**
 * One measured figure, at its place in a table.
 *
 * @param at where
 * @param value in the column's unit
 */
public record Figure(Place at, double value) {
    private static final String MARK = "figure";

    /**
     * A place in a table.
     *
     * @param table its title
     * @param row what was measured
     * @param column which figure of it, with its unit
     */
    public record Place(String table, String row, String column) {
        @Override
        public String toString() {
            return table + " / " + row + " / " + column;
        }
    }

    /** One line, for another process to read. */
    public String line() {
        return String.join(
                "\t", List.of(MARK, at.table(), at.row(), at.column(), Double.toString(value)));
    }

    /** Reads such a line; empty if it is something else. */
    public static Optional<Figure> ofLine(String line) {
        String[] parts = line.split("\t", -1);
        return parts.length == 5 && parts[0].equals(MARK)
                ? Optional.of(
                        new Figure(
                                new Place(parts[1], parts[2], parts[3]),
                                Double.parseDouble(parts[4])))
                : Optional.empty();
    }
}
