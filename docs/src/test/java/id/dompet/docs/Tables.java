package id.dompet.docs;

import id.dompet.Dompet;
import id.dompet.DompetConfig;
import id.dompet.docs.umpama.FailureExample;
import id.dompet.docs.umpama.UmpamaVector;
import id.dompet.internal.config.CoreSettings;
import id.dompet.internal.config.Keys;
import id.dompet.model.DompetException;
import id.dompet.model.Wallet;
import id.dompet.provider.doku.DokuSnapPlugin;
import id.dompet.provider.duitku.DuitkuPlugin;
import id.dompet.spi.Capability;
import id.dompet.spi.CredentialStore;
import id.dompet.spi.ProviderProfile;
import id.dompet.spi.Setting;
import id.dompet.testkit.doku.DokuSimulator;
import id.dompet.testkit.duitku.DuitkuSimulator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Markdown tables made from declarations. */
final class Tables {
    private Tables() {}

    static String named(String table) {
        return switch (table) {
            case "capabilities" -> capabilities();
            case "core-settings" -> settings("dompet.", CoreSettings.declared());
            case "duitku-settings" -> settings("dompet.duitku.", new DuitkuPlugin().settings());
            case "doku-settings" -> settings("dompet.doku.", new DokuSnapPlugin().settings());
            case "rules" -> RulesPage.text();
            case "goals" -> measured("goals");
            case "three-mistakes" -> threeMistakes();
            case "a-failure" -> FailureExample.text();
            case "umpama-vector" -> UmpamaVector.text();
            default -> throw new IllegalArgumentException("no table is named " + table);
        };
    }

    /** A part of the results of the last long run, as it stands there. */
    private static String measured(String part) {
        String results = Documents.read(Documents.ROOT.resolve("benchmarks/RESULTS.md"));
        String begin = "<!-- " + part + " -->\n";
        int from = results.indexOf(begin) + begin.length();
        return results.substring(from, results.indexOf("<!-- end of " + part + " -->"));
    }

    private static String threeMistakes() {
        DompetConfig config =
                DompetConfig.of(
                        Map.of(
                                "dompet.environment", "sandbox",
                                "dompet.providers", "duitku",
                                "dompet.call-timeout", "half a minute",
                                "dompet.duitku.merchant-code", "D0001",
                                "dompet.duitku.apikey", "key-of-the-shop",
                                "dompet.duitku.callback-url", "https://shop.example/notify"));
        try (Dompet unexpected = Dompet.builder(config).open()) {
            throw new IllegalStateException("the mistakes went unnoticed: " + unexpected);
        } catch (DompetException.Misconfigured e) {
            return e.getMessage() + "\n";
        }
    }

    private static String settings(String prefix, List<Setting> settings) {
        StringBuilder table = new StringBuilder();
        table.append("| setting | kind | default | what it is |\n|---|---|---|---|\n");
        for (Setting setting : settings) {
            String key = prefix + setting.key();
            table.append(
                    "| `%s`<br>`%s` | %s | %s | %s |\n"
                            .formatted(
                                    key,
                                    Keys.environmentName(key),
                                    kind(setting),
                                    fallback(setting),
                                    setting.description().replace("|", "\\|")));
        }
        return table.toString();
    }

    private static String kind(Setting setting) {
        return setting.kind() == Setting.Kind.CHOICE
                ? setting.choices().stream()
                        .map(choice -> "`" + choice + "`")
                        .collect(Collectors.joining(" or "))
                : setting.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String fallback(Setting setting) {
        if (setting.required()) {
            return "**required**";
        }
        return setting.fallback()
                .map(value -> value.isEmpty() ? "empty" : "`" + value + "`")
                .orElse("none");
    }

    private static String capabilities() {
        StringBuilder table = new StringBuilder("| provider | wallet |");
        for (Capability capability : Capability.values()) {
            table.append(' ').append(words(capability)).append(" |");
        }
        table.append("\n|---|---|").append("---|".repeat(Capability.values().length)).append('\n');
        profiles()
                .forEach(
                        (name, profile) ->
                                profile.wallets().keySet().stream()
                                        .sorted(Comparator.comparing(Wallet::code))
                                        .forEach(
                                                wallet ->
                                                        table.append(row(name, profile, wallet))));
        return table.toString();
    }

    private static String row(String name, ProviderProfile profile, Wallet wallet) {
        return Arrays.stream(Capability.values())
                .map(capability -> profile.can(wallet, capability) ? " yes |" : " - |")
                .collect(Collectors.joining("", "| " + name + " | " + wallet + " |", "\n"));
    }

    private static String words(Capability capability) {
        return capability.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Map<String, ProviderProfile> profiles() {
        try (DuitkuSimulator duitku = DuitkuSimulator.builder().start();
                DokuSimulator doku = DokuSimulator.builder().start()) {
            Map<String, ProviderProfile> profiles = new LinkedHashMap<>();
            for (String api : List.of("core-v1", "ovo-v1.0")) {
                Map<String, String> settings = new LinkedHashMap<>(Both.settings(duitku, doku));
                settings.put("dompet.doku.api", api);
                try (Dompet dompet =
                        Dompet.builder(DompetConfig.of(settings))
                                .credentials(CredentialStore.inMemory())
                                .open()) {
                    dompet.providers()
                            .forEach(
                                    (id, profile) ->
                                            profiles.put(
                                                    id.value().equals("doku")
                                                            ? profile.displayName() + ", " + api
                                                            : profile.displayName(),
                                                    profile));
                }
            }
            return profiles;
        }
    }
}
