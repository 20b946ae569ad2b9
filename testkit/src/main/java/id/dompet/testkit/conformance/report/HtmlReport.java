package id.dompet.testkit.conformance.report;

import java.util.List;
import java.util.Locale;

/** The report for people: one page that needs nothing else and runs nothing. */
final class HtmlReport {
    private static final String STYLE =
            """
            :root{color-scheme:light dark;--ink:#1c2430;--soft:#5b6675;--line:#dde2e9;--paper:#fff;
            --page:#f4f6f9;--passed:#1a7f4b;--failed:#c0293b;--na:#6b7685;--waived:#9a6700}
            @media(prefers-color-scheme:dark){:root{--ink:#e6eaf0;--soft:#9aa5b4;--line:#313a47;
            --paper:#1b212a;--page:#12161c;--passed:#4cc38a;--failed:#ff6b78;--na:#98a3b3;
            --waived:#e0a83c}}
            *{box-sizing:border-box}
            body{margin:0;background:var(--page);color:var(--ink);
            font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
            main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 4rem}
            h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}
            h2{font-size:1.1rem;margin:2rem 0 .5rem}
            .soft{color:var(--soft);font-size:.875rem;overflow-wrap:anywhere;margin:.25rem 0}
            .head{display:inline-block;font-weight:700;border-radius:.4rem;
            padding:.15rem .7rem;margin:.75rem 0}
            .head.passed,.head.failed,.head.partial{color:#fff;background:#9a6700}
            .head.passed{background:#1a7f4b}.head.failed{background:#c0293b}
            .totals{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.5rem;
            margin:.25rem 0 1rem}
            .totals div{background:var(--paper);border:1px solid var(--line);
            border-radius:.5rem;padding:.5rem .75rem;color:var(--soft);font-size:.875rem}
            .totals b{display:block;font-size:1.5rem;line-height:1.2}
            article{background:var(--paper);border:1px solid var(--line);border-left:4px solid;
            border-radius:.5rem;padding:.6rem .9rem;margin:.5rem 0}
            article p{color:var(--ink);margin:.15rem 0}
            article .top{display:flex;flex-wrap:wrap;gap:.1rem .75rem;font-size:.875rem;
            font-weight:600;align-items:baseline}
            article .top span{color:var(--soft);font-weight:400}
            .passed{color:var(--passed);border-left-color:var(--passed)}
            .failed{color:var(--failed);border-left-color:var(--failed)}
            .not-applicable{color:var(--na);border-left-color:var(--na)}
            .waived{color:var(--waived);border-left-color:var(--waived)}
            pre{white-space:pre-wrap;overflow-wrap:anywhere;color:var(--ink);background:var(--page);
            border-radius:.4rem;padding:.6rem .75rem;margin:.5rem 0 .25rem;
            font:.8125rem/1.5 ui-monospace,SFMono-Regular,Consolas,monospace}
            @media print{body{background:#fff}article{break-inside:avoid}}
            """;

    private HtmlReport() {}

    static String write(Report report) {
        StringBuilder page = new StringBuilder();
        String title = "Conformance of " + escape(report.subject());
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
                .append("<title>%s</title>\n<style>\n".formatted(title))
                .append(STYLE)
                .append("</style></head><body><main>\n<h1>%s</h1>\n".formatted(title));
        head(page, report);
        report.groups().forEach((group, verdicts) -> group(page, group, verdicts));
        return page.append("</main></body></html>\n").toString();
    }

    private static void head(StringBuilder page, Report report) {
        page.append("<p class=\"soft\">%s</p>\n".formatted(escape(report.suite().getName())));
        String colour = report.headline().split(" ", 2)[0].toLowerCase(Locale.ROOT);
        page.append("<div class=\"head %s\">%s</div>\n".formatted(colour, report.headline()));
        page.append("<div class=\"totals\">");
        for (Result result : Result.values()) {
            page.append(
                    "<div><b class=\"%s\">%d</b>%s</div>"
                            .formatted(
                                    result.word(),
                                    report.count(result),
                                    result.word().replace('-', ' ')));
        }
        page.append("</div>\n");
        report.problems()
                .forEach(
                        problem ->
                                page.append(
                                        "<article class=\"failed\"><p>%s</p></article>\n"
                                                .formatted(escape(problem))));
        if (!report.missing().isEmpty()) {
            page.append(
                    "<p class=\"soft\">Not run: %s</p>\n"
                            .formatted(escape(String.join(", ", report.missing()))));
        }
        StringBuilder with = new StringBuilder(report.date().toString());
        report.versions().forEach((what, version) -> with.append(" · " + what + " " + version));
        page.append("<p class=\"soft\">%s</p>\n".formatted(escape(with.toString())));
    }

    private static void group(StringBuilder page, String group, List<Verdict> verdicts) {
        page.append("<h2>%s</h2>\n".formatted(escape(group)));
        for (Verdict verdict : verdicts) {
            String word = verdict.result().word();
            page.append("<article class=\"%s\"><div class=\"top\">".formatted(word))
                    .append(escape(verdict.rule().id()))
                    .append(" ")
                    .append(word.replace('-', ' '))
                    .append("<span>%s</span></div>".formatted(verdict.rule().level()))
                    .append("<p>%s</p>".formatted(escape(verdict.rule().demands())));
            boolean isLong = verdict.evidence().contains("\n");
            page.append(isLong ? "<pre>" : "<p class=\"soft\">")
                    .append(escape(verdict.evidence()))
                    .append(isLong ? "</pre>" : "</p>")
                    .append("</article>\n");
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
