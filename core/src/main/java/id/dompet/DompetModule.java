package id.dompet;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import id.dompet.spi.CredentialStore;
import id.dompet.spi.ExchangeListener;
import id.dompet.spi.TimeSource;
import id.dompet.spi.WalletProviderPlugin;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * For applications wired with Guice: install it and inject {@link Dompet}.
 *
 * <p>It uses what the application binds of these: {@link CredentialStore} (required as soon as a
 * configured provider can link wallets), {@link TimeSource}, and with a {@code Multibinder} any
 * number of {@link ExchangeListener} and {@link WalletProviderPlugin}. The application closes the
 * {@code Dompet} when it ends.
 */
public final class DompetModule extends AbstractModule {
    private final DompetConfig config;
    private final UnaryOperator<Dompet.Builder> more;

    /** Providers as this configuration names them. */
    public DompetModule(DompetConfig config) {
        this(config, UnaryOperator.identity());
    }

    /** The same with more that only the builder can be told, such as {@code mustServe}. */
    public DompetModule(DompetConfig config, UnaryOperator<Dompet.Builder> more) {
        this.config = config;
        this.more = more;
    }

    @Override
    protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), CredentialStore.class);
        OptionalBinder.newOptionalBinder(binder(), TimeSource.class);
        Multibinder.newSetBinder(binder(), ExchangeListener.class);
        Multibinder.newSetBinder(binder(), WalletProviderPlugin.class);
    }

    @Provides
    @Singleton
    Dompet dompet(
            Optional<CredentialStore> credentials,
            Optional<TimeSource> time,
            Set<ExchangeListener> listeners,
            Set<WalletProviderPlugin> plugins) {
        Dompet.Builder builder = Dompet.builder(config);
        credentials.ifPresent(builder::credentials);
        time.ifPresent(builder::time);
        listeners.forEach(builder::listener);
        plugins.forEach(builder::plugin);
        return more.apply(builder).open();
    }
}
