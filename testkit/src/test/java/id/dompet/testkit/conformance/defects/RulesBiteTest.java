package id.dompet.testkit.conformance.defects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import id.dompet.testkit.conformance.ProviderConformance;
import id.dompet.testkit.conformance.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule fails for a module that breaks it, and for no other reason. */
class RulesBiteTest {

    @TestFactory
    Stream<DynamicTest> everyDefectFailsItsRuleAndNoOther() {
        Trials trials = new Trials(Defects.all());
        return trials.defects().stream()
                .map(
                        defect ->
                                dynamicTest(
                                        defect.toString(),
                                        () -> failsItsRuleOnly(defect, settled(defect, trials))))
                .onClose(trials::close);
    }

    /**
     * Rules move the clock by hours while a token may be renewed in the background, and on a busy
     * machine that request can come too late to be believed. What looks wrong is tried once more.
     */
    private static Trial settled(Defect defect, Trials trials)
            throws InterruptedException, ExecutionException {
        Trial trial = trials.of(defect);
        return trial.failed().keySet().equals(Set.of(defect.rule())) ? trial : Trial.of(defect);
    }

    private static void failsItsRuleOnly(Defect defect, Trial trial) {
        assertEquals(
                Set.of(defect.rule()),
                trial.failed().keySet(),
                () -> defect + "; the rules that failed, and why: " + trial.failed());
        String message = trial.failed().getOrDefault(defect.rule(), "");
        assertEquals(
                List.of(),
                defect.missingIn(message),
                () -> defect + "; words that are missing in: " + message);
        // A module that does not start is judged by one rule.
        assertEquals(
                defect.rule().equals("PLG-00"),
                trial.passed().isEmpty(),
                "whether no other rule has passed");
    }

    @Test
    void everyRuleHasADefect() {
        Set<String> unproven = rules();
        Defects.all().forEach(defect -> unproven.remove(defect.rule()));
        assertEquals(Set.of(), unproven, "rules that nobody has seen fail");
    }

    @Test
    void everyDefectBelongsToARule() {
        List<String> homeless =
                Defects.all().stream()
                        .filter(defect -> !rules().contains(defect.rule()))
                        .map(Defect::toString)
                        .toList();
        assertEquals(List.of(), homeless, "defects of rules that do not exist");
    }

    private static Set<String> rules() {
        return Arrays.stream(ProviderConformance.class.getMethods())
                .map(method -> Optional.ofNullable(method.getAnnotation(Rule.class)))
                .flatMap(Optional::stream)
                .map(Rule::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
