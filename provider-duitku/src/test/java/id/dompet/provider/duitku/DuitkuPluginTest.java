package id.dompet.provider.duitku;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.spi.Credentials;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.StatusPolling;
import id.dompet.spi.TimeSource;
import id.dompet.spi.WalletProvider;
import id.dompet.spi.WalletProviderPlugin;
import id.dompet.testkit.ports.FakeCredentials;
import java.time.Duration;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class DuitkuPluginTest {

    @Test
    void theServiceLoaderFindsIt() {
        assertThat(ServiceLoader.load(WalletProviderPlugin.class))
                .singleElement()
                .satisfies(plugin -> assertThat(plugin.type()).isEqualTo("duitku"));
    }

    @Test
    void itsModuleBindsOneProviderFromSettingsAndCredentialsAlone() {
        Injector injector =
                Guice.createInjector(
                        new AbstractModule() {
                            @Override
                            protected void configure() {
                                bind(ProviderSettings.class).toInstance(Given.sandbox());
                                bind(Credentials.class)
                                        .toInstance(new FakeCredentials(TimeSource.system()));
                                install(new DuitkuPlugin().module());
                            }
                        });
        WalletProvider provider = injector.getInstance(WalletProvider.class);
        assertThat(provider).isSameAs(injector.getInstance(WalletProvider.class));
        assertThat(provider.refund()).isEmpty();
    }

    @Test
    void theProfileDeclaresWhatTheDocumentsDescribe() {
        WalletProvider provider = new Given().provider;
        assertThat(provider.profile().wallets()).containsOnlyKeys(Wallet.OVO, Wallet.SHOPEEPAY);
        assertThat(provider.profile().support(Wallet.OVO).orElseThrow().capabilities())
                .containsExactlyInAnyOrder(
                        Capability.BIND,
                        Capability.UNBIND,
                        Capability.BALANCE,
                        Capability.TOP_UP_INSTRUCTIONS,
                        Capability.PAY_LINKED,
                        Capability.NOTIFY);
        assertThat(provider.profile().support(Wallet.SHOPEEPAY).orElseThrow().capabilities())
                .containsExactlyInAnyOrder(
                        Capability.BIND,
                        Capability.UNBIND,
                        Capability.BALANCE,
                        Capability.PAY_LINKED,
                        Capability.NOTIFY);
    }

    @Test
    void theGraceComesOnTopOfTheCustomersTime() {
        WalletProvider provider =
                new Given(Given.sandbox().with("not-found-grace", "10m")).provider;
        StatusPolling ovo = provider.profile().support(Wallet.OVO).orElseThrow().statusPolling();
        StatusPolling shopee =
                provider.profile().support(Wallet.SHOPEEPAY).orElseThrow().statusPolling();
        assertThat(ovo.customerWindow()).isEqualTo(Duration.ofMinutes(15));
        assertThat(ovo.notFoundIsFinalAfter()).isEqualTo(Duration.ofMinutes(25));
        assertThat(shopee.customerWindow()).isEqualTo(Duration.ofMinutes(30));
        assertThat(shopee.notFoundIsFinalAfter()).isEqualTo(Duration.ofMinutes(40));
        assertThat(ovo.between()).isGreaterThanOrEqualTo(Duration.ofMinutes(3));
    }
}
