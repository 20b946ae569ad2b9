package id.dompet.testkit.conformance.defects;

import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.DompetException;
import id.dompet.model.UnbindOutcome;
import id.dompet.model.Wallet;
import id.dompet.spi.BalancePort;
import id.dompet.spi.ProviderProfile;
import id.dompet.spi.Setting;
import id.dompet.spi.UnbindPort;
import id.dompet.spi.WalletProvider;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Faults: modules that are badly described or configured. */
final class PluginDefects {
    private PluginDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "PLG-00",
                        "there is a port for what no wallet declares",
                        new Hooks() {
                            @Override
                            public ProviderProfile profile(ProviderProfile genuine) {
                                return new ProviderProfile(
                                        genuine.displayName(),
                                        Map.of(
                                                Wallet.DANA,
                                                genuine.support(Wallet.DANA).orElseThrow()));
                            }
                        },
                        "no rule of",
                        "cannot be started",
                        "there is a port bind but no wallet declares BIND"),
                Defect.of(
                        "PLG-01",
                        "the services file is missing for its type",
                        new Hooks() {
                            @Override
                            public String type(String genuine) {
                                return "contoh-two";
                            }
                        },
                        "ServiceLoader",
                        "exactly one module of type 'contoh-two'"),
                Defect.of(
                        "PLG-02",
                        "what serves a customer is kept by customer, not by instance",
                        new KeptByCustomer(),
                        "two instances",
                        "the balance at"),
                Defect.of(
                        "PLG-02",
                        "the token is kept under one name for every account",
                        new Hooks() {
                            @Override
                            public String merchantSubject(String genuine) {
                                return "merchant";
                            }
                        },
                        "another account's settings"),
                Defect.of(
                        "PLG-03",
                        "a setting is called optional, and nothing works without it",
                        new Hooks() {
                            @Override
                            public List<Setting> settings(List<Setting> genuine) {
                                return genuine.stream()
                                        .map(
                                                setting ->
                                                        setting.key().equals("secret-key")
                                                                ? setting.optional()
                                                                : setting)
                                        .toList();
                            }
                        },
                        "without the setting 'secret-key'"),
                Defect.of(
                        "PLG-04",
                        "it greets the provider when it is opened",
                        new Greeting(),
                        "opening the module sends nothing"),
                Defect.of(
                        "PLG-04",
                        "it ends links that it never made",
                        new Hooks() {
                            @Override
                            public UnbindPort unbind(UnbindPort genuine, Parts parts) {
                                return (call, binding) -> {
                                    if (parts.credentials().find(binding.id()).isPresent()) {
                                        return genuine.unbind(call, binding);
                                    }
                                    var unused =
                                            parts.client()
                                                    .ask(
                                                            call,
                                                            "/unlink",
                                                            Effect.CHANGES_STATE,
                                                            Map.of("credential", binding.id()));
                                    return new UnbindOutcome.Unbound();
                                };
                            }
                        },
                        "UNBIND for DANA",
                        "no request is sent"),
                Defect.of(
                        "PLG-05",
                        "a refused merchant is taken for a customer's link that has ended",
                        new Hooks() {
                            @Override
                            public BalancePort balance(BalancePort genuine, Parts parts) {
                                return (call, binding) -> {
                                    try {
                                        return genuine.balance(call, binding);
                                    } catch (DompetException.CredentialsRefused e) {
                                        throw new DompetException.BindingUnusable(
                                                parts.client().id(), "91", "link again");
                                    }
                                };
                            }
                        },
                        "BALANCE OVO with wrong credentials",
                        "CredentialsRefused",
                        "BindingUnusable"));
    }

    private static final class KeptByCustomer extends Hooks {
        private final Map<String, BalancePort> kept = new ConcurrentHashMap<>();

        @Override
        public BalancePort balance(BalancePort genuine, Parts parts) {
            return (call, binding) ->
                    kept.computeIfAbsent(binding.customerReference(), unused -> genuine)
                            .balance(call, binding);
        }
    }

    private static final class Greeting extends Hooks {
        @Override
        public WalletProvider provider(WalletProvider genuine, Parts parts) {
            try {
                HttpURLConnection connection =
                        (HttpURLConnection)
                                parts.settings()
                                        .uri("base-url")
                                        .resolve("/hello")
                                        .toURL()
                                        .openConnection();
                connection.setConnectTimeout(200);
                connection.setReadTimeout(200);
                int unused = connection.getResponseCode();
            } catch (IOException e) {
                if (!parts.settings().uri("base-url").getScheme().startsWith("http")) {
                    throw new UncheckedIOException(e);
                }
            }
            return genuine;
        }
    }
}
