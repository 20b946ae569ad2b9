package id.dompet.sandbox.cli;

import id.dompet.model.DompetException;
import id.dompet.model.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Says in plain words what an exception means. Never shows a class name or a stack trace. */
public final class Sentences {
    private static final int LONGEST = 600;

    private Sentences() {}

    /** One sentence; one line for each problem where there are several in a configuration. */
    public static String of(Throwable failure) {
        if (failure instanceof DompetException.Misconfigured wrong) {
            return misconfigured(wrong.problems());
        }
        if (failure instanceof DompetException
                || failure instanceof UserError
                || failure instanceof NotDone) {
            return oneLine(String.valueOf(failure.getMessage()));
        }
        return "something unforeseen happened (%s); run it again with --verbose to see where"
                .formatted(failure.getClass().getSimpleName().replaceAll("(Exception|Error)$", ""));
    }

    /** Without line breaks and control characters, and not endless. */
    public static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }

    private static String misconfigured(List<Problem> problems) {
        return problems.size() == 1
                ? "The configuration is wrong: " + oneLine(problems.get(0).toString())
                : problems.stream()
                        .map(problem -> " - " + oneLine(problem.toString()))
                        .collect(
                                Collectors.joining(
                                        "\n",
                                        "The configuration has %d problems:\n"
                                                .formatted(problems.size()),
                                        ""));
    }
}
