package id.dompet.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules as they are declared. */
class RuleBookTest {
    private static List<Method> declared() {
        return Stream.<Class<?>>iterate(
                        ProviderConformance.class,
                        type -> type != Object.class,
                        type -> type.getSuperclass())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Rule.class))
                .toList();
    }

    @Test
    void noRuleCanBeOverriddenOrHidden() {
        assertThat(declared())
                .isNotEmpty()
                .allMatch(method -> Modifier.isPublic(method.getModifiers()))
                .allMatch(method -> Modifier.isFinal(method.getModifiers()))
                .noneMatch(method -> Modifier.isStatic(method.getModifiers()))
                .allMatch(method -> method.getParameterCount() == 0);
    }

    @Test
    void everyNumberIsUsedOnceAndStandsInTheMethodsName() {
        assertThat(RuleBook.rules())
                .extracting(RuleBook.Entry::id)
                .doesNotHaveDuplicates()
                .hasSameSizeAs(declared())
                .allMatch(id -> id.matches("[A-Z]{3,4}-\\d\\d"))
                .allMatch(id -> RuleGroup.of(id) != RuleGroup.OTHER);
        assertThat(declared())
                .allSatisfy(
                        method ->
                                assertThat(method.getName())
                                        .startsWith(
                                                method.getAnnotation(Rule.class)
                                                                .id()
                                                                .replace("-", "")
                                                                .toLowerCase(Locale.ROOT)
                                                        + "_"));
    }

    @Test
    void everyRuleIsExplained() {
        assertThat(RuleBook.rules())
                .allSatisfy(
                        rule -> {
                            assertThat(rule.demands()).as(rule.id()).endsWith(".");
                            assertThat(rule.why()).as(rule.id()).endsWith(".");
                            assertThat(rule.check()).as(rule.id()).isNotBlank();
                        });
    }

    @Test
    void groupsComeInTheOrderInWhichTheyAreRead() {
        assertThat(
                        Stream.of("SEC-01", "PAY-02", "OTHER", "PAY-01", "PLG-10")
                                .sorted(RuleBook.BY_ID))
                .containsExactly("PLG-10", "PAY-01", "PAY-02", "SEC-01", "OTHER");
    }
}
