package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;

import id.dompet.Dompet;
import id.dompet.model.DompetException;
import id.dompet.model.Problem;
import id.dompet.spi.Setting;
import id.dompet.spi.WalletProviderPlugin;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.ObservedStore;
import id.dompet.testkit.conformance.bench.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/** PLG: how a module is found, configured and described. */
abstract class PluginRules extends Rules {
    private static final String PREFIX = "dompet." + Bench.ID + ".";

    @Rule(
            id = "PLG-00",
            demands = "The module starts with what the conformance class answers.",
            why = "Nothing else can be judged before it does.",
            check =
                    "the sentence above, which names the question that went unanswered or what core"
                            + " found wrong with the module: then plugin(), simulator(...) and"
                            + " settings(...) of the conformance class.")
    public final void plg00_starts() {
        expect(
                bench().dompet.providers().containsKey(Bench.ID),
                "the module starts",
                bench().dompet);
    }

    @Rule(
            id = "PLG-01",
            demands =
                    "The ServiceLoader finds the module under its type, once, and configuration"
                            + " alone starts it.",
            why =
                    "A merchant adds the jar and names the type in the configuration; nothing else"
                            + " tells Dompet that the module exists.",
            check =
                    "META-INF/services/id.dompet.spi.WalletProviderPlugin: one line with the full"
                            + " name of a public class with a public constructor without arguments."
                            + " Merge these files when jars are merged.")
    public final void plg01_foundByItsType() {
        WalletProviderPlugin given = subject().plugin();
        List<WalletProviderPlugin> found =
                onClassPath().stream()
                        .filter(plugin -> plugin.type().equals(given.type()))
                        .toList();
        String names = found.stream().map(p -> p.getClass().getName()).toList().toString();
        expect(
                found.size() == 1,
                "the ServiceLoader finds exactly one module of type '" + given.type() + "'",
                found.size() + ": " + names);
        expect(
                found.get(0).getClass().isInstance(given),
                "the module found under type '"
                        + given.type()
                        + "' is the one under test, "
                        + given.getClass().getName(),
                names);
        try (Dompet opened =
                Dompet.builder(bench().config()).credentials(new ObservedStore()).open()) {
            expect(
                    opened.providers().containsKey(Bench.ID),
                    "configuration alone, without a plugin given by the program, starts the module",
                    opened.providers().keySet());
        } catch (DompetException e) {
            throw new Violation(
                    "configuration alone, without a plugin given by the program, starts the module",
                    String.valueOf(e.getMessage()));
        }
    }

    private static List<WalletProviderPlugin> onClassPath() {
        List<WalletProviderPlugin> found = new ArrayList<>();
        try {
            ServiceLoader.load(WalletProviderPlugin.class).forEach(found::add);
        } catch (ServiceConfigurationError e) {
            throw new Violation(
                    "the ServiceLoader can load every module on the class path",
                    String.valueOf(e.getMessage()));
        }
        return found;
    }

    @Rule(
            id = "PLG-03",
            demands =
                    "Every setting that the module needs is declared: secrets as secrets, required"
                            + " ones as required, and it starts whenever core finds them valid.",
            why =
                    "A secret in a setting of another kind is printed in error messages. A setting"
                            + " that is missing must be named when the application starts, together"
                            + " with all others, and not fail at the first customer.",
            check =
                    "settings(): the kinds SECRET and the required flags; check() for combinations;"
                            + " the constructors, which must cope with every optional setting being"
                            + " absent.")
    public final void plg03_settingsAreDeclared() {
        Map<String, Setting> declared =
                subject().plugin().settings().stream()
                        .collect(Collectors.toMap(Setting::key, Function.identity()));
        Map<String, String> given = given();
        given.forEach((key, value) -> secretsAreSecret(key, value, declared));
        requiredOnesAreNamed(declared, given);
        declared.values().stream()
                .filter(setting -> given.containsKey(setting.key()))
                .forEach(setting -> startsOrNames(setting.key()));
        List<Problem> problems = problems(Map.of(PREFIX + "no-such-setting", "1"));
        expect(
                problems.stream().anyMatch(p -> p.key().equals(PREFIX + "no-such-setting")),
                "a setting that nobody declares, '" + PREFIX + "no-such-setting', is refused",
                problems);
    }

    private Map<String, String> given() {
        return subject().settings(bench().setup, bench().provider.baseUrl());
    }

    private void secretsAreSecret(String key, String value, Map<String, Setting> declared) {
        Setting setting = declared.get(key);
        expect(setting != null, "the setting '" + key + "' of the test is declared", declared);
        boolean holdsSecret =
                bench().setup.secrets().stream()
                        .anyMatch(secret -> !secret.isEmpty() && value.contains(secret));
        boolean isSecret = setting != null && setting.kind() == Setting.Kind.SECRET;
        expect(
                isSecret || !holdsSecret,
                "the setting '" + key + "', which holds a secret, is declared with kind SECRET",
                setting);
    }

    private void requiredOnesAreNamed(Map<String, Setting> declared, Map<String, String> given) {
        List<String> required =
                declared.values().stream()
                        .filter(Setting::required)
                        .map(Setting::key)
                        .filter(given::containsKey)
                        .toList();
        if (required.isEmpty()) {
            return;
        }
        Map<String, String> without = new HashMap<>();
        required.forEach(key -> without.put(PREFIX + key, " "));
        List<Problem> problems = problems(without);
        for (String key : required) {
            expect(
                    problems.stream().anyMatch(problem -> problem.key().equals(PREFIX + key)),
                    "with every required setting left out, the message names '" + key + "'",
                    problems);
        }
    }

    /**
     * Leaving one setting out: the module starts all the same, or the message names the setting.
     */
    private void startsOrNames(String key) {
        List<Problem> problems = problems(Map.of(PREFIX + key, " "));
        boolean named =
                problems.stream()
                        .filter(problem -> problem.key().startsWith(PREFIX))
                        .anyMatch(problem -> problem.toString().contains(key));
        expect(
                problems.isEmpty() || named,
                "without the setting '" + key + "' the module starts, or the message names it",
                problems);
    }

    private List<Problem> problems(Map<String, String> changed) {
        try (Dompet opened = bench().open(bench().config().with(changed))) {
            expect(opened.providers().containsKey(Bench.ID), "an open instance is there", opened);
            return List.of();
        } catch (DompetException.Misconfigured e) {
            return e.problems();
        }
    }
}
