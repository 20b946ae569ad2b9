package id.dompet.benchmarks.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was measured, in the order in which it was. Not thread-safe. */
public final class Figures {
    private final Map<Figure.Place, Double> values = new LinkedHashMap<>();

    /** Adds one; a later one replaces an earlier one of the same place. */
    public void add(Figure figure) {
        values.put(figure.at(), figure.value());
    }

    /** The value at a place, if it was measured. */
    public Optional<Double> at(Figure.Place place) {
        return Optional.ofNullable(values.get(place));
    }

    /** Every table as Markdown, each under its title. */
    public String tables() {
        StringBuilder text = new StringBuilder();
        Set<String> titles = new LinkedHashSet<>();
        values.keySet().forEach(place -> titles.add(place.table()));
        for (String title : titles) {
            text.append("\n### ").append(title).append("\n\n").append(table(title));
        }
        return text.toString();
    }

    private String table(String title) {
        Set<String> rows = new LinkedHashSet<>();
        Set<String> columns = new LinkedHashSet<>();
        for (Figure.Place place : values.keySet()) {
            if (place.table().equals(title)) {
                rows.add(place.row());
                columns.add(place.column());
            }
        }
        StringBuilder text = new StringBuilder("| |");
        columns.forEach(column -> text.append(' ').append(column).append(" |"));
        text.append("\n|---|").append("---:|".repeat(columns.size())).append('\n');
        for (String row : rows) {
            text.append("| ").append(row).append(" |");
            List<String> cells = new ArrayList<>();
            for (String column : columns) {
                cells.add(at(new Figure.Place(title, row, column)).map(Numbers::text).orElse(""));
            }
            cells.forEach(cell -> text.append(' ').append(cell).append(" |"));
            text.append('\n');
        }
        return text.toString();
    }
}
