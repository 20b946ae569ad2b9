package id.dompet.testkit.conformance.run;

import id.dompet.testkit.conformance.RuleBook;
import id.dompet.testkit.conformance.bench.Violation;
import java.util.List;

/** Puts what a rule threw into words that somebody who has never seen the suite can act on. */
final class Failure {
    private static final int REQUESTS = 12;
    private static final int CAUSES = 4;

    private Failure() {}

    /** What the rule demands, what was seen instead, what went over the wire, where to look. */
    static String text(RuleBook.Entry rule, Throwable thrown, List<String> requests) {
        StringBuilder text = new StringBuilder();
        text.append("%s (%s): %s\n".formatted(rule.id(), rule.level(), rule.demands()));
        if (thrown instanceof Violation violation) {
            line(text, "expected", violation.expected());
            line(text, "seen", violation.seen());
        } else {
            line(text, "expected", "that nothing is thrown");
            line(text, "seen", words(thrown));
        }
        wire(text, requests);
        line(text, "why it matters", rule.why());
        line(text, "look first at", rule.check());
        return text.toString().stripTrailing();
    }

    private static String words(Throwable thrown) {
        StringBuilder words = new StringBuilder(String.valueOf(thrown));
        Throwable cause = thrown.getCause();
        for (int i = 0; cause != null && i < CAUSES; i++) {
            words.append("; caused by ").append(cause);
            cause = cause.getCause();
        }
        return words.toString();
    }

    private static void wire(StringBuilder text, List<String> requests) {
        if (requests.isEmpty()) {
            line(text, "requests", "none since the rule began");
            return;
        }
        int first = Math.max(0, requests.size() - REQUESTS);
        line(
                text,
                "requests",
                first == 0
                        ? "all " + requests.size() + " since the rule began"
                        : "the last %d of %d since the rule began"
                                .formatted(REQUESTS, requests.size()));
        requests.subList(first, requests.size())
                .forEach(request -> text.append("      ").append(request).append('\n'));
    }

    private static void line(StringBuilder text, String what, String words) {
        text.append("  ").append(what).append(": ").append(words.strip()).append('\n');
    }
}
