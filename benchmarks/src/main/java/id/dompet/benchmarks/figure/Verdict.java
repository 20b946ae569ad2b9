package id.dompet.benchmarks.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Goals, judged.
 *
 * @param goals which were asked for
 * @param figures what was measured
 */
public record Verdict(List<Goal> goals, Figures figures) {

    /** Copies the list. */
    public Verdict {
        goals = List.copyOf(goals);
    }

    /** Whether every goal is reached. */
    public boolean holds() {
        return goals.stream().allMatch(goal -> goal.holds(figures));
    }

    /** One line for each goal, as a table in Markdown. */
    public String table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "what", "goal", "measured", ""));
        for (Goal goal : goals) {
            rows.add(
                    List.of(
                            goal.name(),
                            goal.promise(),
                            goal.limitText(),
                            figures.at(goal.at()).map(Numbers::text).orElse("not measured"),
                            goal.holds(figures) ? "holds" : "MISSED"));
        }
        return aligned(rows);
    }

    private static String aligned(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            line(text, rows.get(r), widths, " ");
            if (r == 0) {
                line(text, Collections.nCopies(columns, ""), widths, "-");
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths, String fill) {
        text.append('|');
        for (int i = 0; i < widths.length; i++) {
            text.append(fill).append(cells.get(i));
            text.append(fill.repeat(widths[i] - cells.get(i).length() + 1)).append('|');
        }
        text.append('\n');
    }
}
