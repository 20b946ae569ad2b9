package id.dompet.docs;

import id.dompet.testkit.conformance.RuleBook;

/** The rules of the conformance suite, for people to read. */
final class RulesPage {
    private RulesPage() {}

    static String text() {
        StringBuilder page = new StringBuilder();
        String group = "";
        for (RuleBook.Entry rule : RuleBook.rules()) {
            if (!rule.group().equals(group)) {
                group = rule.group();
                page.append("\n## ").append(group).append('\n');
            }
            page.append(
                    """

                    ### %s

                    %s%s. **%s**

                    *Why:* %s

                    *When it fails, look first at:* %s
                    """
                            .formatted(
                                    rule.id(),
                                    rule.level(),
                                    rule.needs().isEmpty()
                                            ? ""
                                            : ", if declared: " + String.join("; ", rule.needs()),
                                    plain(rule.demands()),
                                    plain(rule.why()),
                                    plain(rule.check())));
        }
        return page.append('\n').toString();
    }

    /** Words that Markdown must not take for anything else. */
    private static String plain(String words) {
        return words.replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_");
    }
}
