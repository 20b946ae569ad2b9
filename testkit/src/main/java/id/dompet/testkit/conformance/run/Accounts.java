package id.dompet.testkit.conformance.run;

import id.dompet.testkit.conformance.RuleBook;
import id.dompet.testkit.conformance.report.Result;
import id.dompet.testkit.conformance.report.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What became of every rule that a conformance class inherits. */
final class Accounts {
    private final Map<String, RuleBook.Entry> rules = new LinkedHashMap<>();
    private final Map<String, Verdict> verdicts = new LinkedHashMap<>();
    private final Set<String> shown = new HashSet<>();

    Accounts(List<RuleBook.Entry> rules) {
        rules.forEach(rule -> this.rules.put(rule.id(), rule));
    }

    Set<String> known() {
        return Set.copyOf(rules.keySet());
    }

    void record(String rule, Result result, String evidence) {
        RuleBook.Entry entry = rules.get(rule);
        if (entry == null) {
            throw new IllegalStateException("the class inherits no rule " + rule);
        }
        verdicts.put(rule, new Verdict(entry, result, evidence));
    }

    /** Nothing could be judged; one rule says why, and stands for all. */
    void notJudged(String rule, String reason) {
        record(rule, Result.FAILED, "Not judged: " + reason);
        shown.add(rule);
    }

    /** JUnit showed the rule as failed, whoever made it fail. */
    void shownAsFailed(String rule, String text) {
        shown.add(rule);
        Verdict verdict = verdicts.get(rule);
        if (verdict != null && verdict.result() != Result.FAILED) {
            record(rule, Result.FAILED, "The rule came to its end, but its test failed: " + text);
        }
    }

    /** In the order of the rule book. */
    List<Verdict> verdicts() {
        return rules.keySet().stream().filter(verdicts::containsKey).map(this::verdict).toList();
    }

    private Verdict verdict(String rule) {
        return Objects.requireNonNull(verdicts.get(rule));
    }

    /** The rules that nothing is known about. */
    List<String> missing() {
        return rules.keySet().stream().filter(rule -> !verdicts.containsKey(rule)).toList();
    }

    /** Why these accounts prove nothing. */
    List<String> problems(boolean partial) {
        List<String> problems = new ArrayList<>();
        if (verdicts().stream().allMatch(v -> v.result() == Result.NOT_APPLICABLE)) {
            problems.add("no rule was executed, so the run proves nothing");
        }
        if (!partial && !missing().isEmpty()) {
            problems.add(
                    "%d of %d rules are unaccounted for: %s. To run single rules on purpose, set the"
                                    .formatted(missing().size(), rules.size(), missing())
                            + " system property or JUnit configuration parameter "
                            + Run.PARTIAL
                            + "=true; the report then says PARTIAL");
        }
        List<String> hidden =
                verdicts().stream()
                        .filter(v -> v.result() == Result.FAILED)
                        .map(v -> v.rule().id())
                        .filter(rule -> !shown.contains(rule))
                        .toList();
        if (!hidden.isEmpty()) {
            problems.add("these rules failed, and another extension hid it from JUnit: " + hidden);
        }
        return problems;
    }
}
