package id.dompet.internal.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.PrivateModule;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import com.google.inject.name.Names;
import com.google.inject.spi.Message;
import id.dompet.internal.config.CheckedConfig.Instance;
import id.dompet.model.DompetException;
import id.dompet.model.Problem;
import id.dompet.model.ProviderId;
import id.dompet.spi.Credentials;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.TimeSource;
import id.dompet.spi.WalletProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Builds the configured providers. Each instance has a private environment with its own settings
 * and credentials, so two instances of one type share nothing.
 */
public final class ProviderGraph {
    private ProviderGraph() {}

    /**
     * Builds all of them.
     *
     * @throws DompetException.Misconfigured if a module cannot be started
     */
    public static Map<ProviderId, WalletProvider> build(
            List<Instance> instances,
            Map<ProviderId, Credentials> credentials,
            TimeSource time,
            RandomGenerator random) {
        List<Module> modules = new ArrayList<>();
        modules.add(
                new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(TimeSource.class).toInstance(time);
                        bind(RandomGenerator.class).toInstance(random);
                    }
                });
        for (Instance instance : instances) {
            modules.add(
                    new InstanceModule(
                            instance, Objects.requireNonNull(credentials.get(instance.id()))));
        }
        try {
            Injector injector = Guice.createInjector(Stage.PRODUCTION, modules);
            Map<ProviderId, WalletProvider> providers = new LinkedHashMap<>();
            instances.forEach(i -> providers.put(i.id(), injector.getInstance(key(i.id()))));
            return providers;
        } catch (CreationException e) {
            throw notStarted(e.getErrorMessages(), e);
        } catch (ProvisionException e) {
            throw notStarted(e.getErrorMessages(), e);
        }
    }

    private static DompetException notStarted(Collection<Message> messages, Exception cause) {
        List<Problem> problems =
                messages.stream()
                        .map(
                                message ->
                                        new Problem(
                                                "",
                                                "a provider module cannot be started: "
                                                        + reason(message),
                                                "this is a fault of the module; tell its authors"))
                        .collect(Collectors.toList());
        DompetException.Misconfigured failure = new DompetException.Misconfigured(problems);
        failure.addSuppressed(cause);
        return failure;
    }

    private static String reason(Message message) {
        Throwable cause = message.getCause();
        return cause == null ? message.getMessage() : String.valueOf(cause.getMessage());
    }

    private static Key<WalletProvider> key(ProviderId id) {
        return Key.get(WalletProvider.class, Names.named(id.value()));
    }

    private static final class InstanceModule extends PrivateModule {
        private final Instance instance;
        private final Credentials credentials;

        InstanceModule(Instance instance, Credentials credentials) {
            this.instance = instance;
            this.credentials = credentials;
        }

        @Override
        protected void configure() {
            bind(ProviderSettings.class).toInstance(instance.settings());
            bind(Credentials.class).toInstance(credentials);
            install(instance.plugin().module());
            bind(key(instance.id())).to(WalletProvider.class);
            expose(key(instance.id()));
        }
    }
}
