package id.dompet.docs;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import id.dompet.Dompet;
import id.dompet.DompetConfig;
import id.dompet.DompetModule;
import id.dompet.spi.CredentialStore;
import java.nio.file.Path;

/** The two ways to open a Dompet. */
final class Opening {
    private Opening() {}

    static Dompet withTheBuilder(Path file, CredentialStore credentialStore) {
        // snippet: open
        // The file, overridden by environment variables, overridden by system properties.
        DompetConfig config = DompetConfig.load(file);
        Dompet dompet = Dompet.builder(config).credentials(credentialStore).open();
        // end
        return dompet;
    }

    static Dompet withGuice(DompetConfig config, CredentialStore credentialStore) {
        // snippet: guice
        Injector injector =
                Guice.createInjector(
                        new DompetModule(config),
                        new AbstractModule() {
                            @Override
                            protected void configure() {
                                bind(CredentialStore.class).toInstance(credentialStore);
                            }
                        });
        Dompet dompet = injector.getInstance(Dompet.class);
        // end
        return dompet;
    }
}
