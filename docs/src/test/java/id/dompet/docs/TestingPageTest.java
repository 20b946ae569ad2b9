package id.dompet.docs;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.testkit.scripted.BindScript;
import id.dompet.testkit.scripted.PaymentScript;
import id.dompet.testkit.scripted.QuestionScript;
import id.dompet.testkit.scripted.RefundScript;
import id.dompet.testkit.scripted.Script;
import id.dompet.testkit.scripted.ScriptedCustomer;
import id.dompet.testkit.scripted.ScriptedNotification;
import id.dompet.testkit.scripted.ScriptedPayment;
import id.dompet.testkit.scripted.UnbindScript;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of what can be scripted is complete, and names nothing that does not exist. */
class TestingPageTest {
    private static final Map<String, Class<?>> ROWS =
            Map.of(
                    "| `nextPayment()` |", PaymentScript.class,
                    "| `nextRefund()` |", RefundScript.class,
                    "| `nextBind()` |", BindScript.class,
                    "| `nextUnbind()` |", UnbindScript.class,
                    "| `nextCompleteBind()`, ", QuestionScript.class,
                    "| each of them |", Script.class,
                    "| `customer()` |", ScriptedCustomer.class,
                    "| `payment(reference)` |", ScriptedPayment.class,
                    "| `paymentNotification(reference)`, ", ScriptedNotification.class);

    @Test
    void everyWordOfAScriptIsInTheTable() {
        List<String> lines =
                Documents.read(Documents.ROOT.resolve("docs/testing.md")).lines().toList();
        ROWS.forEach(
                (start, type) ->
                        assertThat(lines)
                                .filteredOn(line -> line.startsWith(start))
                                .singleElement()
                                .satisfies(
                                        row ->
                                                assertThat(named(row))
                                                        .as(start)
                                                        .isEqualTo(words(type))));
    }

    /** What stands in backticks after the first cell. */
    private static Set<String> named(String row) {
        return Pattern.compile("`(\\w+)`")
                .matcher(row.substring(row.indexOf('|', 1)))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !method.isSynthetic())
                .map(Method::getName)
                .filter(name -> !name.equals("toString"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
