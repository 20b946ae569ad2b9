package id.dompet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import com.google.inject.multibindings.Multibinder;
import id.dompet.fake.FakeProvider;
import id.dompet.model.DompetException;
import id.dompet.model.Wallet;
import id.dompet.spi.CredentialStore;
import id.dompet.spi.WalletProviderPlugin;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DompetModuleTest {
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "dompet.environment", "sandbox",
                    "dompet.providers", "acme",
                    "dompet.acme.api-key", "k");

    private static final class Application extends AbstractModule {
        @Override
        protected void configure() {
            bind(CredentialStore.class).toInstance(CredentialStore.inMemory());
            Multibinder.newSetBinder(binder(), WalletProviderPlugin.class)
                    .addBinding()
                    .toInstance(new FakeProvider("acme", Wallet.OVO));
        }
    }

    @Test
    void aGuiceApplicationInstallsOneModuleAndInjectsTheFacade() {
        Injector injector =
                Guice.createInjector(
                        new DompetModule(DompetConfig.of(SETTINGS)), new Application());
        try (Dompet dompet = injector.getInstance(Dompet.class)) {
            assertThat(dompet.providers()).hasSize(1);
            assertThat(injector.getInstance(Dompet.class)).isSameAs(dompet);
        }
    }

    @Test
    void withoutACredentialStoreItSaysSo() {
        Injector injector =
                Guice.createInjector(
                        new DompetModule(DompetConfig.of(SETTINGS)),
                        new AbstractModule() {
                            @Override
                            protected void configure() {
                                Multibinder.newSetBinder(binder(), WalletProviderPlugin.class)
                                        .addBinding()
                                        .toInstance(new FakeProvider("acme", Wallet.OVO));
                            }
                        });
        assertThatThrownBy(() -> injector.getInstance(Dompet.class))
                .isInstanceOf(ProvisionException.class)
                .hasCauseInstanceOf(DompetException.Misconfigured.class);
    }
}
