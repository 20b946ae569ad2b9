package id.dompet.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.model.Problem;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InstancesTest {
    @Test
    void everyKindOfSettingIsReadAsWhatItIs() {
        ProviderSettings settings =
                settings(
                        Checking.valid()
                                .set("dompet.duitku.merchant-code", "  D1234 ")
                                .set("dompet.duitku.base-url", "http://[::1]:8080/api")
                                .set("dompet.duitku.clock-skew", "1d")
                                .set("dompet.duitku.signature-scheme", "legacy")
                                .set("dompet.duitku.wallets", "OVO , SHOPEEPAY")
                                .set("dompet.duitku.page-size", "7"));

        assertThat(settings.text("merchant-code")).isEqualTo("D1234");
        assertThat(settings.secret("api-key").reveal()).isEqualTo(Checking.CANARY);
        assertThat(settings.uri("base-url")).isEqualTo(URI.create("http://[::1]:8080/api"));
        assertThat(settings.duration("clock-skew")).isEqualTo(Duration.ofDays(1));
        assertThat(settings.text("signature-scheme")).isEqualTo("legacy");
        assertThat(settings.list("wallets")).containsExactly("OVO", "SHOPEEPAY");
        assertThat(settings.integer("page-size")).isEqualTo(7);
        assertThat(settings.optionalUri("return-url")).isEmpty();
    }

    @Test
    void whatIsNotGivenHasItsDeclaredDefault() {
        ProviderSettings settings = settings(Checking.valid());

        assertThat(settings.uri("base-url")).hasToString("https://api.duitku.example/v1");
        assertThat(settings.duration("clock-skew")).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.text("signature-scheme")).isEqualTo("hmac-sha256");
        assertThat(settings.list("wallets")).isEmpty();
        assertThat(settings.has("wallets")).isTrue();
        assertThat(settings.has("return-url")).isFalse();
    }

    @Test
    void aProviderModulesMistakesAreNamed() {
        ProviderSettings settings = settings(Checking.valid());

        assertThatThrownBy(() -> settings.text("merchant"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "provider 'duitku': setting 'merchant' was not declared by the provider's"
                                + " plugin");
        assertThatThrownBy(() -> settings.has("merchant"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings.uri("return-url"))
                .hasMessage(
                        "provider 'duitku': setting 'return-url' has no value; it is optional, so"
                                + " ask has() first");
        assertThatThrownBy(() -> settings.text("api-key"))
                .hasMessageContaining("is of another kind")
                .hasMessageNotContaining(Checking.CANARY);
    }

    @Test
    void settingsShowTheirKeysOnly() {
        assertThat(settings(Checking.valid()))
                .hasToString(
                        "duitku[api-key, base-url, clock-skew, merchant-code, page-size,"
                                + " signature-scheme, wallets]");
    }

    @Test
    void twoInstancesOfOneTypeAreKeptApart() {
        CheckedConfig config =
                Checking.valid()
                        .set("dompet.providers", "duitku, duitku-legacy")
                        .set("dompet.route.default", "duitku")
                        .set("dompet.duitku-legacy.type", "duitku")
                        .set("dompet.duitku-legacy.merchant-code", "D9")
                        .variable("DOMPET_DUITKU_LEGACY_API_KEY", "old-key")
                        .check();

        ProviderSettings first = config.instances().get(0).settings();
        ProviderSettings second = config.instances().get(1).settings();
        assertThat(first.secret("api-key").reveal()).isEqualTo(Checking.CANARY);
        assertThat(second.secret("api-key").reveal()).isEqualTo("old-key");
        assertThat(first.text("merchant-code")).isEqualTo("D1234");
        assertThat(second.text("merchant-code")).isEqualTo("D9");
        assertThat(second.id()).hasToString("duitku-legacy");
        assertThat(config.instances().get(0).plugin()).isSameAs(config.instances().get(1).plugin());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Duitku | cannot be a provider's name (begin with",
                "duitku, duitku | 'duitku' is listed twice (list it once)",
                "duitku, http | 'http' cannot be a provider's name: it has another meaning",
                "duitku, bind-window | 'bind-window' cannot be a provider's name: it has another",
                "duitku, | has nothing before or after a comma (remove the spare comma)"
            })
    void providersAreAListOfNames(String list, String problem) {
        assertThat(Checking.valid().set("dompet.providers", list).problems())
                .singleElement()
                .asString()
                .startsWith("dompet.providers: ")
                .contains(problem);
    }

    @Test
    void theTypeIsNeededUnlessItIsTheName() {
        assertThat(Checking.withTwoProviders().without("dompet.doku.type").problems())
                .containsExactly(
                        "dompet.doku.type: is missing, and no provider type is called 'doku' (set"
                                + " it to one of the types that were found: doku-snap, duitku)");
    }

    @Test
    void withoutAnyModuleOneProblemNamesTheServicesFile() {
        assertThat(Checking.withTwoProviders().plugins().problems())
                .containsExactly(
                        "no provider module is on the class path (add one, such as"
                                + " dompet-provider-duitku; if there is one in a fat jar, its build"
                                + " must merge the files"
                                + " META-INF/services/id.dompet.spi.WalletProviderPlugin)");
    }

    @Test
    void twoPluginsOfOneTypeAreNamed() {
        FakePlugin duitku = FakePlugin.duitku();
        assertThat(Checking.valid().plugins(duitku, new OtherDuitku()).problems())
                .containsExactly(
                        "the provider type 'duitku' is claimed by"
                                + " id.dompet.internal.config.FakePlugin and"
                                + " id.dompet.internal.config.OtherDuitku (keep one of these modules"
                                + " on the class path, and give no plugin to the builder that is"
                                + " found there anyway)");
        assertThat(Checking.valid().plugins(duitku, duitku).problems())
                .singleElement()
                .asString()
                .contains("FakePlugin and id.dompet.internal.config.FakePlugin once more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "merchant-code", "api-key-file"})
    void aPluginThatDeclaresATakenKeyIsReportedOnceForAllItsInstances(String key) {
        FakePlugin plugin =
                new FakePlugin(
                        "acme",
                        Setting.text("merchant-code", "The code.").optional(),
                        Setting.secret("api-key", "The key.").optional(),
                        Setting.text(key, "Another.").optional());
        assertThat(
                        Checking.empty()
                                .set("dompet.environment", "sandbox")
                                .set("dompet.providers", "acme, acme-2")
                                .set("dompet.acme-2.type", "acme")
                                .set("dompet.route.default", "acme")
                                .plugins(plugin)
                                .problems())
                .containsExactly(
                        "id.dompet.internal.config.FakePlugin declares the setting '"
                                + key
                                + "', which is taken: twice, or the file of a secret, or core's own"
                                + " (report this to the module's authors)");
    }

    @Test
    void whatAPluginFindsIsReportedWithFullKeysAndWithoutSecrets() {
        FakePlugin plugin =
                FakePlugin.duitku()
                        .checking(
                                settings ->
                                        List.of(
                                                new Problem(
                                                        "api-key",
                                                        settings.secret("api-key").reveal()
                                                                + " is too short",
                                                        "take another"),
                                                new Problem("", "does not fit", "")));
        assertThat(Checking.valid().plugins(plugin).problems())
                .containsExactly(
                        "dompet.duitku.api-key: *** is too short (take another)",
                        "dompet.duitku: does not fit");
    }

    @Test
    void aPluginIsNotAskedBeforeItsSettingsAreRight() {
        FakePlugin plugin =
                FakePlugin.duitku()
                        .checking(settings -> List.of(new Problem("", "was asked too early", "")));
        assertThat(
                        Checking.valid()
                                .plugins(plugin)
                                .set("dompet.duitku.page-size", "many")
                                .problems())
                .containsExactly(
                        "dompet.duitku.page-size: 'many' is not a whole number (write digits"
                                + " only)");
    }

    @Test
    void aPluginThatFailsIsAProblemWithoutItsMessage() {
        FakePlugin plugin =
                FakePlugin.duitku()
                        .checking(
                                settings -> {
                                    throw new IllegalStateException(
                                            settings.secret("api-key").reveal());
                                });
        assertThat(Checking.valid().plugins(plugin).problems())
                .containsExactly(
                        "dompet.duitku: id.dompet.internal.config.FakePlugin.check failed:"
                                + " java.lang.IllegalStateException (report this to the module's"
                                + " authors)");
    }

    private static ProviderSettings settings(Checking checking) {
        return checking.check().instances().get(0).settings();
    }
}
