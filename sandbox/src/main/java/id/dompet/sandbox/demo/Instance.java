package id.dompet.sandbox.demo;

import id.dompet.DompetConfig;
import id.dompet.model.ProviderId;
import id.dompet.sandbox.cli.Sentences;
import id.dompet.sandbox.cli.UserError;
import id.dompet.spi.Setting;
import id.dompet.spi.WalletProviderPlugin;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the demo itself must know of a configured provider.
 *
 * @param name the instance
 * @param type the kind of provider
 * @param callbackUrl where the provider is told to post notifications, if anywhere
 */
record Instance(ProviderId name, String type, Optional<String> callbackUrl) {
    /** A setting that the provider is told with each request. */
    private static final String TOLD = "callback-url";

    /** One that repeats what is registered at the provider. */
    private static final String REGISTERED = "notification-url";

    private static final List<String> CALLBACK_KEYS = List.of(TOLD, REGISTERED);

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    /** The configured providers; names that are none are left to the library to complain about. */
    static List<Instance> of(DompetConfig config) {
        return Stream.of(config.text("dompet.providers").orElse("").split(",", -1))
                .map(String::strip)
                .filter(name -> NAME.matcher(name).matches())
                .map(
                        name -> {
                            String prefix = "dompet." + name + ".";
                            return new Instance(
                                    new ProviderId(name),
                                    config.text(prefix + "type").orElse(name),
                                    CALLBACK_KEYS.stream()
                                            .flatMap(key -> config.text(prefix + key).stream())
                                            .findFirst());
                        })
                .toList();
    }

    /** The key of this kind of provider's setting, e.g. {@code dompet.duitku.callback-url}. */
    Optional<String> callbackKey() {
        return ServiceLoader.load(WalletProviderPlugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(plugin -> plugin.type().equals(type))
                .flatMap(plugin -> plugin.settings().stream())
                .map(Setting::key)
                .filter(CALLBACK_KEYS::contains)
                .map(key -> "dompet." + name + "." + key)
                .findFirst();
    }

    /** Whether an address of the demo's own reaches the provider by itself. */
    boolean saysWhereInEachRequest() {
        return callbackKey().filter(key -> key.endsWith("." + TOLD)).isPresent();
    }

    /**
     * The chosen ones.
     *
     * @param wanted names of instances or of types; empty for all
     */
    static List<Instance> choose(List<Instance> all, List<String> wanted) {
        for (String each : wanted) {
            if (all.stream().noneMatch(instance -> instance.answersTo(each))) {
                throw UserError.usage(
                        "There is no provider called '%s'; choose from %s."
                                .formatted(
                                        Sentences.oneLine(each),
                                        all.stream()
                                                .map(instance -> instance.name().value())
                                                .collect(Collectors.joining(", "))));
            }
        }
        return all.stream()
                .filter(each -> wanted.isEmpty() || wanted.stream().anyMatch(each::answersTo))
                .toList();
    }

    private boolean answersTo(String wanted) {
        return name.value().equals(wanted) || type.equals(wanted);
    }
}
