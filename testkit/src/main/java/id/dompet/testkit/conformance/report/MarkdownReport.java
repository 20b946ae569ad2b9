package id.dompet.testkit.conformance.report;

import java.util.List;

/** The report for pull requests and tickets. */
final class MarkdownReport {
    private MarkdownReport() {}

    static String write(Report report) {
        StringBuilder text = new StringBuilder();
        text.append("# Conformance of ").append(report.subject()).append("\n\n");
        text.append("**%s**: %s.\n\n".formatted(report.headline(), report.totals()));
        text.append("`%s`, %s.\n".formatted(report.suite().getName(), report.date()));
        report.versions()
                .forEach((what, version) -> text.append("%s: %s. ".formatted(what, version)));
        text.append('\n');
        if (!report.problems().isEmpty()) {
            text.append("\n## The run as a whole\n\n");
            report.problems().forEach(problem -> text.append("- ").append(problem).append('\n'));
        }
        if (!report.missing().isEmpty()) {
            text.append("\nNot run: ").append(String.join(", ", report.missing())).append(".\n");
        }
        details(text, report.verdicts());
        report.groups().forEach((group, verdicts) -> table(text, group, verdicts));
        return text.toString();
    }

    /** Whatever did not pass and has more to say than fits into a table. */
    private static void details(StringBuilder text, List<Verdict> verdicts) {
        verdicts.stream()
                .filter(v -> v.result() == Result.FAILED || v.result() == Result.WAIVED)
                .forEach(
                        v ->
                                text.append(
                                                "\n## %s %s\n\n"
                                                        .formatted(
                                                                v.rule().id(), v.result().word()))
                                        .append(v.evidence().indent(4)));
    }

    private static void table(StringBuilder text, String group, List<Verdict> verdicts) {
        text.append("\n## ").append(group).append("\n\n");
        text.append("| rule | level | result | it demands | evidence |\n|---|---|---|---|---|\n");
        for (Verdict verdict : verdicts) {
            boolean above = verdict.result() == Result.FAILED || verdict.result() == Result.WAIVED;
            text.append(
                    "| %s | %s | %s | %s | %s |\n"
                            .formatted(
                                    verdict.rule().id(),
                                    verdict.rule().level(),
                                    verdict.result().word(),
                                    cell(verdict.rule().demands()),
                                    above ? "see above" : cell(verdict.evidence())));
        }
    }

    private static String cell(String words) {
        return words.replace("|", "\\|").replace("<", "&lt;").replaceAll("\\s+", " ").strip();
    }
}
