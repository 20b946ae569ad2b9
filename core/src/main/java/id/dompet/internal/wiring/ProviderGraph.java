package id.dompet.internal.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
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
 * Builds the configured providers. Each instance has an injector of its own: in private modules of
 * one injector, a singleton that a module does not bind explicitly would be made once for all
 * instances, and a token cache of that kind would charge one merchant with another's token.
 */
public final class ProviderGraph {
    private ProviderGraph() {}

    /**
     * Builds all of them.
     *
     * @throws DompetException.Misconfigured if modules cannot be started; names every one of them
     */
    public static Map<ProviderId, WalletProvider> build(
            List<Instance> instances,
            Map<ProviderId, Credentials> credentials,
            TimeSource time,
            RandomGenerator random) {
        Map<ProviderId, WalletProvider> providers = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Instance instance : instances) {
            Credentials own = Objects.requireNonNull(credentials.get(instance.id()));
            try {
                Module module = new InstanceModule(instance, own, time, random);
                providers.put(
                        instance.id(),
                        Guice.createInjector(Stage.PRODUCTION, module)
                                .getInstance(WalletProvider.class));
            } catch (CreationException e) {
                problems.add(problem(instance, words(e.getErrorMessages())));
            } catch (ConfigurationException e) {
                problems.add(problem(instance, words(e.getErrorMessages())));
            } catch (ProvisionException e) {
                problems.add(problem(instance, words(e.getErrorMessages())));
            } catch (RuntimeException | LinkageError e) {
                problems.add(problem(instance, words(e)));
            }
        }
        if (!problems.isEmpty()) {
            throw new DompetException.Misconfigured(problems);
        }
        return providers;
    }

    private static Problem problem(Instance instance, String reason) {
        return new Problem(
                "dompet." + instance.id(),
                "the provider module "
                        + instance.plugin().getClass().getName()
                        + " cannot be started: "
                        + reason,
                "this is a fault of the module; tell its authors");
    }

    private static String words(Collection<Message> messages) {
        return messages.stream()
                .map(
                        message -> {
                            Throwable cause = message.getCause();
                            return cause == null ? message.getMessage() : words(cause);
                        })
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /**
     * Our own complaints in full; of a module's exception only the type, for it may quote a key.
     */
    private static String words(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        boolean ours =
                stack.length > 0
                        && stack[0].getClassName().startsWith(WalletProvider.class.getName());
        return ours ? String.valueOf(failure.getMessage()) : failure.getClass().getName();
    }

    private static final class InstanceModule extends AbstractModule {
        private final Instance instance;
        private final Credentials credentials;
        private final TimeSource time;
        private final RandomGenerator random;

        InstanceModule(
                Instance instance,
                Credentials credentials,
                TimeSource time,
                RandomGenerator random) {
            this.instance = instance;
            this.credentials = credentials;
            this.time = time;
            this.random = random;
        }

        @Override
        protected void configure() {
            bind(ProviderSettings.class).toInstance(instance.settings());
            bind(Credentials.class).toInstance(credentials);
            bind(TimeSource.class).toInstance(time);
            bind(RandomGenerator.class).toInstance(random);
            install(instance.plugin().module());
        }
    }
}
