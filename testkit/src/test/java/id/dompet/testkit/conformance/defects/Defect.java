package id.dompet.testkit.conformance.defects;

import id.dompet.spi.WalletProviderPlugin;
import id.dompet.testkit.conformance.bench.Scale;
import id.dompet.testkit.reference.ContohPlugin;
import id.dompet.testkit.reference.Hooks;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A deliberate fault in the reference module, and the only rule that may notice it.
 *
 * @param rule the number of the rule, e.g. {@code PAY-03}
 * @param name the fault in a few words, e.g. "a time-out is taken for a decline"
 * @param words what the failure has to say, in any case; each of them
 * @param plugin makes the broken module
 * @param scale how much the rules try
 */
public record Defect(
        String rule,
        String name,
        List<String> words,
        Supplier<WalletProviderPlugin> plugin,
        Scale scale) {

    /** Enough to be caught, and little enough for a hundred runs. */
    private static final Scale SMALL = new Scale(2_000, Duration.ofMillis(300), false);

    public Defect {
        words = List.copyOf(words);
    }

    /** The reference module with one thing changed. */
    static Defect of(String rule, String name, Hooks hooks, String... words) {
        return ofPlugin(rule, name, () -> new ContohPlugin(hooks), words);
    }

    /** Another module altogether, which takes the same settings. */
    static Defect ofPlugin(
            String rule, String name, Supplier<WalletProviderPlugin> plugin, String... words) {
        return new Defect(rule, name, List.of(words), plugin, SMALL);
    }

    /** The same fault, which shows only when rules try what takes long. */
    Defect thorough() {
        return new Defect(
                rule, name, words, plugin, new Scale(scale.forgeries(), scale.patience(), true));
    }

    /** The same fault, which shows only among many forgeries. */
    Defect among(int forgeries) {
        return new Defect(
                rule,
                name,
                words,
                plugin,
                new Scale(forgeries, scale.patience(), scale.thorough()));
    }

    /** What its rule is about, e.g. {@code PAY}. */
    String group() {
        return group(rule);
    }

    /** What a rule is about. */
    static String group(String rule) {
        return rule.substring(0, rule.indexOf('-'));
    }

    /** The words that a message lacks. */
    List<String> missingIn(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(word -> !text.contains(word.toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public String toString() {
        return rule + ": " + name;
    }
}
