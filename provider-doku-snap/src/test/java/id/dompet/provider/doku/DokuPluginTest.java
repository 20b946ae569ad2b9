package id.dompet.provider.doku;

import static id.dompet.spi.Capability.BALANCE;
import static id.dompet.spi.Capability.BIND;
import static id.dompet.spi.Capability.NOTIFY;
import static id.dompet.spi.Capability.PAY_LINKED;
import static id.dompet.spi.Capability.PAY_REDIRECT;
import static id.dompet.spi.Capability.PAY_UNATTENDED;
import static id.dompet.spi.Capability.REFUND;
import static id.dompet.spi.Capability.UNBIND;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import id.dompet.model.Problem;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.spi.Credentials;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.Setting;
import id.dompet.spi.StatusPolling;
import id.dompet.spi.TimeSource;
import id.dompet.spi.WalletProvider;
import id.dompet.spi.WalletProviderPlugin;
import id.dompet.testkit.ports.FakeCredentials;
import id.dompet.testkit.ports.FakeSettings;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DokuPluginTest {
    private final DokuSnapPlugin plugin = new DokuSnapPlugin();

    @Test
    void theServiceLoaderFindsIt() {
        assertThat(ServiceLoader.load(WalletProviderPlugin.class))
                .singleElement()
                .satisfies(found -> assertThat(found.type()).isEqualTo("doku-snap"));
    }

    @Test
    void itsModuleBindsOneProviderFromWhatCoreGives() {
        FakeTime time = new FakeTime(FakeDoku.NOW);
        Injector injector =
                Guice.createInjector(
                        new AbstractModule() {
                            @Override
                            protected void configure() {
                                bind(ProviderSettings.class).toInstance(Given.sandbox());
                                bind(Credentials.class).toInstance(new FakeCredentials(time));
                                bind(TimeSource.class).toInstance(time);
                                bind(RandomGenerator.class).toInstance(new Random(1));
                                install(plugin.module());
                            }
                        });
        WalletProvider provider = injector.getInstance(WalletProvider.class);
        assertThat(provider).isSameAs(injector.getInstance(WalletProvider.class));
        assertThat(provider.topUp()).isEmpty();
    }

    private static Set<Capability> can(FakeSettings settings, Wallet wallet) {
        return new Given(settings).provider.profile().support(wallet).orElseThrow().capabilities();
    }

    @Test
    void todaysGenerationDeclaresWhatTheDocumentsDescribe() {
        FakeSettings core = Given.sandbox();
        assertThat(new Given(core).provider.profile().wallets())
                .containsOnlyKeys(
                        Wallet.OVO, Wallet.DANA, Wallet.SHOPEEPAY, Given.ALLO, Given.CIMB);
        assertThat(can(core, Wallet.OVO))
                .containsExactlyInAnyOrder(
                        BIND, UNBIND, BALANCE, PAY_LINKED, PAY_UNATTENDED, REFUND, NOTIFY);
        assertThat(can(core, Given.ALLO))
                .containsExactlyInAnyOrder(BIND, UNBIND, BALANCE, PAY_LINKED, REFUND, NOTIFY);
        assertThat(can(core, Given.CIMB))
                .containsExactlyInAnyOrder(BIND, UNBIND, PAY_LINKED, REFUND, NOTIFY);
        for (Wallet wallet : List.of(Wallet.DANA, Wallet.SHOPEEPAY)) {
            assertThat(can(core, wallet)).containsExactlyInAnyOrder(PAY_REDIRECT, REFUND, NOTIFY);
        }
    }

    @Test
    void theArchivedGenerationDeclaresWhatItsPagesDescribe() {
        FakeSettings archived = Given.archived();
        assertThat(new Given(archived).provider.profile().wallets())
                .containsOnlyKeys(Wallet.OVO, Wallet.SHOPEEPAY, Given.ALLO);
        assertThat(can(archived, Wallet.OVO))
                .containsExactlyInAnyOrder(BIND, UNBIND, BALANCE, PAY_LINKED, NOTIFY);
        assertThat(can(archived, Given.ALLO))
                .containsExactlyInAnyOrder(BIND, UNBIND, BALANCE, PAY_LINKED, REFUND, NOTIFY);
        assertThat(can(archived, Wallet.SHOPEEPAY))
                .containsExactlyInAnyOrder(PAY_REDIRECT, REFUND, NOTIFY);
    }

    @Test
    void statusIsAskedForAtTheDocumentedPace() {
        StatusPolling dana =
                new Given(
                                Given.sandbox()
                                        .with("redirect-validity", "2h")
                                        .with("not-found-grace", "10m"))
                        .provider
                        .profile()
                        .support(Wallet.DANA)
                        .orElseThrow()
                        .statusPolling();
        assertThat(dana.firstAfter()).isEqualTo(Duration.ofMinutes(1));
        assertThat(dana.customerWindow()).isEqualTo(Duration.ofHours(2));
        assertThat(dana.notFoundIsFinalAfter()).isEqualTo(Duration.ofMinutes(130));
    }

    @Test
    void everySettingIsDeclaredOnceAndDescribed() {
        Set<String> keys = new HashSet<>();
        for (Setting setting : plugin.settings()) {
            assertThat(keys.add(setting.key())).as(setting.key()).isTrue();
            assertThat(setting.description()).isNotBlank().doesNotEndWith(".");
        }
        assertThat(keys).hasSize(17);
        for (String secret :
                List.of(
                        "client-secret",
                        "private-key",
                        "private-key-passphrase",
                        "doku-public-key")) {
            assertThat(plugin.settings())
                    .filteredOn(s -> s.key().equals(secret))
                    .allSatisfy(s -> assertThat(s.kind()).isEqualTo(Setting.Kind.SECRET));
        }
    }

    @Test
    void goodSettingsAreGood() {
        assertThat(plugin.check(Given.sandbox())).isEmpty();
        assertThat(plugin.check(Given.sandbox().production())).isEmpty();
        assertThat(
                        plugin.check(
                                Given.sandbox()
                                        .with("private-key", Keys.text("pkcs8-pbe-sha1-3des"))
                                        .with("private-key-passphrase", Keys.PASSPHRASE)
                                        .with("notification-path", "/a,/b")
                                        .with("channel-id", "H2H")
                                        .with("base-url", "http://127.0.0.1:8080")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client-id|SK-abc|looks like a Secret Key",
                "client-id|has space|is not a Client ID",
                "client-secret|BRN-0211-1696919651918|looks like a Client ID",
                "client-secret|SK-a b|contains a space",
                "private-key|hello|is not a key",
                "doku-public-key|hello|is not a key",
                "base-url|https://api.doku.com|is DOKU's production address",
                "base-url|https://x.example/direct-debit/core|contains the path",
                "base-url|https://x.example/?a=b|contains a query",
                "notification-path|notify|is not a path",
                "notification-path|https://m.example/notify|is not a path",
                "channel-id|TOOLONG|is not a channel",
                "device-id|a-b|contains symbols",
                "redirect-validity|30s|is outside 1m to 24h",
                "redirect-validity|25h|is outside 1m to 24h",
            })
    void aWrongSettingIsSaidToBeWrongAndWhy(String key, String value, String reason) {
        assertThat(plugin.check(Given.sandbox().with(key, value)))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.key()).isEqualTo(key);
                            assertThat(problem.reason()).contains(reason);
                            assertThat(problem.suggestion()).isNotBlank();
                        });
    }

    @Test
    void theSandboxHasNoPlaceInProduction() {
        assertThat(
                        plugin.check(
                                Given.sandbox()
                                        .production()
                                        .with("base-url", "https://api-sandbox.doku.com")))
                .singleElement()
                .extracting(Problem::key)
                .isEqualTo("base-url");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "private-key|public|private-key|is a public key",
                "private-key|short|private-key|is too short: 1024 bits",
                "private-key|pkcs8-pbe-sha1-3des|private-key-passphrase|is missing",
                "doku-public-key|doku-private|doku-public-key|is a private key",
                "doku-public-key|public|doku-public-key|is the merchant's own public key",
            })
    void aWrongKeyIsNamed(String key, String pem, String named, String reason) {
        assertThat(plugin.check(Given.sandbox().with(key, Keys.text(pem))))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.key()).isEqualTo(named);
                            assertThat(problem.reason()).contains(reason);
                            assertThat(problem.toString()).doesNotContain("MII");
                        });
    }
}
