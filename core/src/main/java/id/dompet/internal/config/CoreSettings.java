package id.dompet.internal.config;

import id.dompet.spi.Setting;
import java.util.List;
import java.util.Optional;

/** The settings of core itself. A merchant writes {@code dompet.<key>}. */
public final class CoreSettings {
    private static final List<Setting> DECLARED =
            List.of(
                    new Setting(
                            "environment",
                            Setting.Kind.CHOICE,
                            true,
                            Optional.empty(),
                            List.of("sandbox", "production"),
                            "Whether money is real: production, or sandbox for tests; never"
                                    + " assumed."),
                    new Setting(
                            "providers",
                            Setting.Kind.LIST,
                            true,
                            Optional.empty(),
                            List.of(),
                            "The names of the provider instances in use, such as duitku."),
                    Setting.duration(
                            "call-timeout",
                            "30s",
                            "Total time of an operation that changes state."),
                    Setting.duration(
                            "question-timeout",
                            "10s",
                            "Total time of a question that changes nothing, repeats included."),
                    Setting.integer(
                            "question-repeats",
                            2,
                            "How often such a question is asked again, 0 to 5."),
                    Setting.duration(
                            "bind-window", "30m", "How long a customer may take to link a wallet."),
                    Setting.duration(
                            "http-connect-timeout",
                            "5s",
                            "How long a connection may take to be made."),
                    Setting.integer(
                            "http-max-connections",
                            64,
                            "Connections to one host at a time, 1 to 10000."),
                    Setting.integer(
                            "http-max-response-bytes",
                            262144,
                            "Larger answers are not read to their end, 1024 to 16777216 bytes."),
                    Setting.uri(
                                    "http-proxy",
                                    "The HTTP proxy for every request, http://host:port; plain http"
                                            + " is allowed to any host here.")
                            .optional(),
                    Setting.text("http-proxy-user", "The proxy's user, if it wants one.")
                            .optional(),
                    Setting.secret("http-proxy-password", "The password of the proxy's user.")
                            .optional());

    private CoreSettings() {}

    /** Every setting of core, in the order of the reference; routes come on top of them. */
    public static List<Setting> declared() {
        return DECLARED;
    }
}
