package id.dompet.testkit.conformance.run;

import id.dompet.testkit.conformance.Waiver;
import id.dompet.testkit.conformance.report.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules that a module is known to break; none of them longer than it has to be. */
final class Waivers {
    static final Waivers NONE = new Waivers(List.of(), LocalDate.MAX);

    private final List<Waiver> all;
    private final LocalDate today;

    Waivers(List<Waiver> all, LocalDate today) {
        this.all = List.copyOf(all);
        this.today = today;
    }

    /** What the finding becomes. */
    Finding applyTo(String rule, Finding finding) {
        Optional<Waiver> filed = all.stream().filter(w -> w.rule().equals(rule)).findFirst();
        if (filed.isEmpty()) {
            return finding;
        }
        Waiver waiver = filed.get();
        if (finding.result() != Result.FAILED) {
            String why =
                    finding.result() == Result.PASSED
                            ? "the rule passes"
                            : "the rule does not apply (" + finding.evidence() + ")";
            return Finding.failed(
                    "The waiver of %s is stale: %s. Delete the waiver (%s)."
                            .formatted(rule, why, words(waiver)));
        }
        if (today.isAfter(waiver.until())) {
            String text =
                    "The waiver of %s expired on %s (%s), and the rule still fails.\n%s"
                            .formatted(rule, waiver.until(), words(waiver), finding.evidence());
            return finding.thrown() == null
                    ? Finding.failed(text)
                    : Finding.failed(text, finding.thrown());
        }
        return new Finding(
                Result.WAIVED,
                "Waived until %s: %s.\n%s"
                        .formatted(waiver.until(), words(waiver), finding.evidence()),
                null);
    }

    private static String words(Waiver waiver) {
        return waiver.reason() + ", see " + waiver.link();
    }

    /** What is wrong with the list itself. */
    List<String> problems(Set<String> known) {
        List<String> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Waiver waiver : all) {
            if (!known.contains(waiver.rule())) {
                problems.add("there is a waiver of " + waiver.rule() + ", and no such rule");
            }
            if (!seen.add(waiver.rule())) {
                problems.add("there are two waivers of " + waiver.rule());
            }
        }
        return problems;
    }
}
