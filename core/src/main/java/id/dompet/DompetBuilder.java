package id.dompet;

import id.dompet.internal.config.CheckedConfig;
import id.dompet.internal.config.ConfigReader;
import id.dompet.internal.credential.BackgroundRenewal;
import id.dompet.internal.credential.CredentialCache;
import id.dompet.internal.operation.Calls;
import id.dompet.internal.operation.ExchangeLog;
import id.dompet.internal.operation.HttpCall;
import id.dompet.internal.operation.Questions;
import id.dompet.internal.transport.ApacheTransport;
import id.dompet.internal.transport.Transport;
import id.dompet.internal.wiring.Plugins;
import id.dompet.internal.wiring.ProviderGraph;
import id.dompet.model.DompetException;
import id.dompet.model.Problem;
import id.dompet.model.ProviderId;
import id.dompet.spi.Capability;
import id.dompet.spi.CredentialStore;
import id.dompet.spi.Credentials;
import id.dompet.spi.ExchangeListener;
import id.dompet.spi.TimeSource;
import id.dompet.spi.WalletProvider;
import id.dompet.spi.WalletProviderPlugin;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a {@link Dompet}: checks the configuration, builds the providers, ties the parts. */
final class DompetBuilder implements Dompet.Builder {
    private static final Logger LOG = LoggerFactory.getLogger(Dompet.class);

    private final DompetConfig config;
    private final List<WalletProviderPlugin> plugins = new ArrayList<>();
    private final List<ExchangeListener> listeners = new ArrayList<>();
    private final Set<ProviderId> inUse = new TreeSet<>();
    private @Nullable CredentialStore store;
    private TimeSource time = TimeSource.system();
    private RandomGenerator random = new SecureRandom();
    private @Nullable SSLContext ssl;
    private @Nullable Transport transport;

    DompetBuilder(DompetConfig config) {
        this.config = config;
    }

    @Override
    public Dompet.Builder credentials(CredentialStore credentials) {
        store = credentials;
        return this;
    }

    @Override
    public Dompet.Builder mustServe(Collection<ProviderId> providers) {
        inUse.addAll(providers);
        return this;
    }

    @Override
    public Dompet.Builder plugin(WalletProviderPlugin plugin) {
        plugins.add(plugin);
        return this;
    }

    @Override
    public Dompet.Builder listener(ExchangeListener listener) {
        listeners.add(listener);
        return this;
    }

    @Override
    public Dompet.Builder time(TimeSource source) {
        time = source;
        return this;
    }

    @Override
    public Dompet.Builder random(RandomGenerator generator) {
        random = generator;
        return this;
    }

    @Override
    public Dompet.Builder ssl(SSLContext context) {
        ssl = context;
        return this;
    }

    /** Sends in another way than over HTTP: for simulations in virtual time, in this package. */
    DompetBuilder transport(Transport other) {
        transport = other;
        return this;
    }

    @Override
    public Dompet open() {
        CheckedConfig checked = ConfigReader.check(config.layers(), Plugins.find(plugins), inUse);
        Transport used =
                transport == null
                        ? new ApacheTransport(checked.transport(), Optional.ofNullable(ssl))
                        : transport;
        ExecutorService background = BackgroundRenewal.executor();
        Runnable closing =
                () -> {
                    background.shutdownNow();
                    used.close();
                };
        try {
            return assemble(checked, used, background, closing);
        } catch (RuntimeException | Error e) {
            closing.run();
            throw e;
        }
    }

    private Dompet assemble(
            CheckedConfig checked,
            Transport through,
            ExecutorService background,
            Runnable closing) {
        Supplier<String> ids = new Identifiers(random);
        ExchangeLog log = new ExchangeLog(listeners);
        CredentialStore credentials = store == null ? CredentialStore.inMemory() : store;
        Map<ProviderId, Calls> calls = new LinkedHashMap<>();
        Map<ProviderId, Credentials> caches = new LinkedHashMap<>();
        for (CheckedConfig.Instance instance : checked.instances()) {
            ProviderId id = instance.id();
            Calls of = new Calls(new HttpCall.Shared(id, through, log, time), ids);
            calls.put(id, of);
            caches.put(id, new CredentialCache(id, credentials, of, background, time, random));
        }
        Map<ProviderId, WalletProvider> built =
                ProviderGraph.build(checked.instances(), caches, time, random);
        refuseWithoutStore(built);
        Map<ProviderId, Providers.Instance> instances = new LinkedHashMap<>();
        for (CheckedConfig.Instance instance : checked.instances()) {
            ProviderId id = instance.id();
            instances.put(
                    id,
                    new Providers.Instance(
                            id,
                            instance.plugin().type(),
                            at(built, id),
                            at(caches, id),
                            at(calls, id),
                            questions(at(calls, id), checked.timing())));
            LOG.info(
                    "{}: {}, {}",
                    id,
                    at(built, id).profile().displayName(),
                    instance.settings().environment());
        }
        Providers providers = new Providers(instances, checked.routes());
        Payments payments = new Payments(providers, checked.timing(), time);
        return new DefaultDompet(
                providers,
                new Bindings(providers, checked.timing(), time, ids),
                payments,
                new Notifications(providers, payments, checked.timing()),
                closing);
    }

    private Questions questions(Calls calls, CheckedConfig.Timing timing) {
        return new Questions(calls, timing.question(), timing.questionRepeats(), time, random);
    }

    private void refuseWithoutStore(Map<ProviderId, WalletProvider> built) {
        if (store != null) {
            return;
        }
        built.forEach(
                (id, provider) -> {
                    if (provider.profile().can(Capability.BIND)) {
                        throw new DompetException.Misconfigured(
                                new Problem(
                                        "",
                                        "provider '"
                                                + id
                                                + "' links wallets, and there is no credential"
                                                + " store",
                                        "give one to Dompet.builder(...).credentials(...);"
                                                + " CredentialStore.inMemory() is for tests only"));
                    }
                });
    }

    private static <T> T at(Map<ProviderId, T> map, ProviderId id) {
        T value = map.get(id);
        if (value == null) {
            throw new IllegalStateException("nothing was built for " + id);
        }
        return value;
    }
}
