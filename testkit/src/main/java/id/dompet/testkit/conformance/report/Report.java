package id.dompet.testkit.conformance.report;

import id.dompet.Dompet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What a run of the suite found out.
 *
 * @param suite the conformance class
 * @param plugin the module's type
 * @param verdicts one for each rule that is accounted for, in order
 * @param missing the rules that are not
 * @param problems why the run as a whole proves nothing
 * @param complete whether every rule was judged
 * @param date when
 * @param versions of what took part, by name
 */
public record Report(
        Class<?> suite,
        String plugin,
        List<Verdict> verdicts,
        List<String> missing,
        List<String> problems,
        boolean complete,
        LocalDate date,
        Map<String, String> versions) {
    private static final String PLUGIN = "plugin";
    private static final String NOT_DECLARED = "not declared";

    long count(Result result) {
        return verdicts.stream().filter(verdict -> verdict.result() == result).count();
    }

    /** The module and, where its jar declares one, its version, e.g. "contoh 1.2.0". */
    String subject() {
        String version = pluginVersion();
        return version.equals(NOT_DECLARED) ? plugin : plugin + " " + version;
    }

    /** The version that the module's jar declares, or "not declared". */
    String pluginVersion() {
        return versions.getOrDefault(PLUGIN, NOT_DECLARED);
    }

    /** The run in a word or two. */
    String headline() {
        if (count(Result.FAILED) > 0 || !problems.isEmpty()) {
            return "FAILED";
        }
        if (!complete) {
            return "PARTIAL";
        }
        return count(Result.WAIVED) > 0 ? "PASSED WITH WAIVERS" : "PASSED";
    }

    /** The counts in words. */
    String totals() {
        return "%d passed, %d failed, %d not applicable, %d waived"
                .formatted(
                        count(Result.PASSED),
                        count(Result.FAILED),
                        count(Result.NOT_APPLICABLE),
                        count(Result.WAIVED));
    }

    /** By group, in order. */
    Map<String, List<Verdict>> groups() {
        Map<String, List<Verdict>> groups = new LinkedHashMap<>();
        verdicts.forEach(
                verdict ->
                        groups.computeIfAbsent(verdict.rule().group(), unused -> new ArrayList<>())
                                .add(verdict));
        return groups;
    }

    public static Map<String, String> versions(Optional<String> plugin) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put(PLUGIN, plugin.orElse(NOT_DECLARED));
        versions.put("dompet", version(Dompet.class));
        versions.put("junit", version(Test.class));
        versions.put("jdk", Runtime.version().toString());
        return versions;
    }

    private static String version(Class<?> type) {
        return Optional.ofNullable(type.getPackage().getImplementationVersion())
                .orElse(NOT_DECLARED);
    }
}
