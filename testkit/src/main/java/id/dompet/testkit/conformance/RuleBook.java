package id.dompet.testkit.conformance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every rule of the suite in words, read from the rules themselves. */
public final class RuleBook {
    /** By group, then by number. */
    public static final Comparator<String> BY_ID =
            Comparator.comparing(RuleGroup::of).thenComparing(Comparator.naturalOrder());

    private RuleBook() {}

    /**
     * One rule.
     *
     * @param id its number, e.g. {@code PAY-03}
     * @param level how binding it is
     * @param group what it is about, e.g. "Payments"
     * @param needs what has to be declared for it to apply, each e.g. "BIND" or "PAY_LINKED or
     *     PAY_UNATTENDED"; all of them
     * @param demands what it demands of a provider module
     * @param why what goes wrong without it
     * @param check what to look at first when it fails
     */
    public record Entry(
            String id,
            Level level,
            String group,
            List<String> needs,
            String demands,
            String why,
            String check) {

        /** Copies the list. */
        public Entry {
            needs = List.copyOf(needs);
        }

        public static Entry of(Rule rule) {
            return new Entry(
                    rule.id(),
                    rule.level(),
                    RuleGroup.of(rule.id()).title(),
                    Arrays.stream(rule.needs()).map(RuleBook::words).toList(),
                    rule.demands(),
                    rule.why(),
                    rule.check());
        }
    }

    /** Every rule that a provider module is judged by, in the order of {@code docs/rules.md}. */
    public static List<Entry> rules() {
        return of(ProviderConformance.class);
    }

    /** Every rule that a class inherits. */
    public static List<Entry> of(Class<?> suite) {
        return Arrays.stream(suite.getMethods())
                .map(method -> Optional.ofNullable(method.getAnnotation(Rule.class)))
                .flatMap(Optional::stream)
                .map(Entry::of)
                .sorted(Comparator.comparing(Entry::id, BY_ID))
                .toList();
    }

    /** What has to be declared, in words. */
    public static String words(Need need) {
        return need.anyOf().stream().map(Enum::name).collect(Collectors.joining(" or "));
    }
}
