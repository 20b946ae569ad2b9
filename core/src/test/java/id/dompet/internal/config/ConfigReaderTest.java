package id.dompet.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.internal.transport.TransportSettings;
import id.dompet.model.DompetException;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import id.dompet.spi.Environment;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigReaderTest {
    private static final ProviderId DUITKU = new ProviderId("duitku");
    private static final ProviderId DOKU = new ProviderId("doku");

    @Test
    void whatIsNotConfiguredHasItsDefault() {
        CheckedConfig config = Checking.valid().check();

        assertThat(config.timing())
                .isEqualTo(
                        new CheckedConfig.Timing(
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(10),
                                2,
                                Duration.ofMinutes(30)));
        assertThat(config.transport()).isEqualTo(TransportSettings.defaults());
        assertThat(config.routes().fallback()).contains(DUITKU);
        assertThat(config.instances()).hasSize(1);
        assertThat(config.instances().get(0).id()).isEqualTo(DUITKU);
        assertThat(config.instances().get(0).settings().environment())
                .isEqualTo(Environment.SANDBOX);
    }

    @Test
    void everyCoreSettingIsRead() {
        CheckedConfig config =
                Checking.valid()
                        .set("dompet.environment", "production")
                        .set("dompet.call-timeout", "40s")
                        .set("dompet.question-timeout", "PT20S")
                        .set("dompet.question-repeats", "0")
                        .set("dompet.bind-window", "1h")
                        .set("dompet.http-connect-timeout", "500ms")
                        .set("dompet.http-max-connections", "10000")
                        .set("dompet.http-max-response-bytes", "1024")
                        .set("dompet.http-proxy", "http://proxy.shop.example:3128")
                        .set("dompet.http-proxy-user", "shop")
                        .set("dompet.http-proxy-password", "pw")
                        .check();

        assertThat(config.instances().get(0).settings().environment())
                .isEqualTo(Environment.PRODUCTION);
        assertThat(config.timing())
                .isEqualTo(
                        new CheckedConfig.Timing(
                                Duration.ofSeconds(40),
                                Duration.ofSeconds(20),
                                0,
                                Duration.ofHours(1)));
        assertThat(config.transport().connectTimeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.transport().maxConnections()).isEqualTo(10_000);
        assertThat(config.transport().maxResponseBytes()).isEqualTo(1024);
        TransportSettings.Proxy proxy = config.transport().proxy().orElseThrow();
        assertThat(proxy.address()).hasToString("http://proxy.shop.example:3128");
        assertThat(proxy.user()).contains("shop");
        assertThat(proxy.password().orElseThrow().reveal()).isEqualTo("pw");
    }

    @Test
    void anEmptyConfigurationIsMissingWorldAndProviders() {
        assertThat(Checking.empty().problems())
                .containsExactly(
                        "dompet.environment: is missing: Whether money is real: production, or"
                                + " sandbox for tests; never assumed (set it to one of sandbox,"
                                + " production; in the environment DOMPET_ENVIRONMENT)",
                        "dompet.providers: is missing: The names of the provider instances in use,"
                                + " such as duitku (set it; in the environment DOMPET_PROVIDERS)");
    }

    @Test
    void severalMistakesAreReportedAtOnceAndAlwaysInTheSameOrder() {
        Checking checking =
                Checking.withTwoProviders()
                        .without("dompet.duitku.api-key")
                        .set("dompet.duitku.apikey", Checking.CANARY)
                        .set("dompet.call-timeout", "20 parsecs")
                        .set("dompet.route.OVO", "dokku")
                        .set("dompet.doku.type", "doku-snapp");

        assertThat(checking.problems())
                .containsExactly(
                        "dompet.call-timeout: '20 parsecs' is not a time span (write for example"
                                + " 500ms, 20s, 15m, 2h, 1d or PT20S)",
                        "dompet.duitku.api-key: is missing: The API key, from the dashboard (set"
                                + " it, or the path of a file that holds it in"
                                + " dompet.duitku.api-key-file; in the environment"
                                + " DOMPET_DUITKU_API_KEY or DOMPET_DUITKU_API_KEY_FILE)",
                        "dompet.doku.type: no provider type is called 'doku-snapp' (did you mean"
                                + " 'doku-snap'? found: doku-snap, duitku; is the module of another"
                                + " on the class path?)",
                        "dompet.route.OVO: 'dokku' is not listed in dompet.providers (did you mean"
                                + " 'doku'?)",
                        "dompet.duitku.apikey: is not a known setting (did you mean"
                                + " 'dompet.duitku.api-key'?)");
        assertThat(checking.problems()).isEqualTo(checking.problems());
        assertThatThrownBy(checking::check)
                .isInstanceOf(DompetException.Misconfigured.class)
                .hasMessageStartingWith("5 problem(s) in the configuration:\n - dompet.call-")
                .hasMessageNotContaining(Checking.CANARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Production", "prod", "live"})
    void theEnvironmentIsExactlySandboxOrProduction(String value) {
        assertThat(Checking.valid().set("dompet.environment", value).problems())
                .singleElement()
                .asString()
                .startsWith("dompet.environment: '" + value + "' is not one of the choices (")
                .contains("choose one of sandbox, production");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dompet.question-repeats | 6 | 6 is out of range (write a number from 0 to 5)",
                "dompet.question-repeats | -1 | -1 is out of range (write a number from 0 to 5)",
                "dompet.question-repeats | two | 'two' is not a whole number (write digits only)",
                "dompet.http-max-connections | 0 | 0 is out of range"
                        + " (write a number from 1 to 10000)",
                "dompet.http-max-connections | 10001 | 10001 is out of range"
                        + " (write a number from 1 to 10000)",
                "dompet.http-max-response-bytes | 1023 | 1023 is out of range"
                        + " (write a number from 1024 to 16777216)",
                "dompet.http-max-response-bytes | 99999999999 | '99999999999' is too large"
                        + " (write a smaller number)"
            })
    void numbersHaveLimits(String key, String value, String problem) {
        assertThat(Checking.valid().set(key, value).problems())
                .containsExactly(key + ": " + problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy:3128",
                "https://proxy.example:3128",
                "http://proxy.example",
                "http://proxy.example:3128/path",
                "http://shop:" + Checking.CANARY + "@proxy.example:3128"
            })
    void aProxyIsHostAndPortAndItsPasswordIsNotShown(String value) {
        assertThat(Checking.valid().set("dompet.http-proxy", value).problems())
                .singleElement()
                .asString()
                .startsWith("dompet.http-proxy: ")
                .doesNotContain(Checking.CANARY);
    }

    @Test
    void aProxyUserNeedsAProxyAndAPasswordNeedsAUser() {
        assertThat(Checking.valid().set("dompet.http-proxy-user", "shop").problems())
                .containsExactly(
                        "dompet.http-proxy-user: is set, but there is no valid proxy (set"
                                + " dompet.http-proxy, or delete the user)");
        assertThat(Checking.valid().set("dompet.http-proxy-password", Checking.CANARY).problems())
                .containsExactly(
                        "dompet.http-proxy-password: is set, but there is no user to whom it"
                                + " belongs (set dompet.http-proxy-user, or delete the password)");
    }

    @Test
    void theOnlyProviderIsTheDefaultRoute() {
        assertThat(Checking.valid().check().routes().of(Wallet.OVO)).contains(DUITKU);
    }

    @Test
    void routesAreByWalletAndByDefault() {
        CheckedConfig.Routes routes =
                Checking.withTwoProviders()
                        .set("dompet.route.DANA", "doku")
                        .variable("DOMPET_ROUTE_LINK_AJA", "doku")
                        .check()
                        .routes();

        assertThat(routes.of(Wallet.DANA)).contains(DOKU);
        assertThat(routes.of(new Wallet("LINK_AJA"))).contains(DOKU);
        assertThat(routes.of(Wallet.OVO)).contains(DUITKU);
    }

    @Test
    void severalProvidersNeedADefaultRoute() {
        assertThat(Checking.withTwoProviders().without("dompet.route.default").problems())
                .containsExactly(
                        "dompet.route.default: is missing: with several providers, one must be"
                                + " chosen for new bindings (set it to one of duitku, doku; in the"
                                + " environment DOMPET_ROUTE_DEFAULT)");
    }

    @ParameterizedTest
    @CsvSource({
        "ovo, did you mean 'dompet.route.OVO'?",
        "DEFAULT, did you mean 'dompet.route.default'?",
        "9pay, write for example dompet.route.OVO"
    })
    void aRouteNamesAWallet(String code, String suggestion) {
        assertThat(Checking.valid().set("dompet.route." + code, "duitku").problems())
                .containsExactly(
                        "dompet.route."
                                + code
                                + ": names no wallet; wallet codes are upper-case letters, digits"
                                + " and underscores ("
                                + suggestion
                                + ")");
    }

    @Test
    void aRouteToNobodyIsNotReplacedByTheDefault() {
        assertThat(Checking.valid().set("dompet.route.default", "acme").problems())
                .containsExactly(
                        "dompet.route.default: 'acme' is not listed in dompet.providers (choose one"
                                + " of duitku)");
    }

    @Test
    void everyDeclaredSettingDescribesItselfForTheReference() {
        assertThat(CoreSettings.declared())
                .extracting(setting -> setting.key())
                .containsExactly(
                        "environment",
                        "providers",
                        "call-timeout",
                        "question-timeout",
                        "question-repeats",
                        "bind-window",
                        "http-connect-timeout",
                        "http-max-connections",
                        "http-max-response-bytes",
                        "http-proxy",
                        "http-proxy-user",
                        "http-proxy-password");
        assertThat(CoreSettings.declared())
                .allMatch(setting -> setting.description().endsWith("."));
        assertThat(CoreSettings.declared().get(0).fallback()).isEqualTo(Optional.empty());
        assertThat(Keys.environmentName("dompet.duitku.api-key"))
                .isEqualTo("DOMPET_DUITKU_API_KEY");
    }

    @Test
    void instancesKeepTheOrderOfTheList() {
        CheckedConfig config =
                Checking.withTwoProviders().set("dompet.providers", "doku,duitku").check();
        assertThat(config.instances())
                .extracting(CheckedConfig.Instance::id)
                .containsExactly(DOKU, DUITKU);
    }
}
