package id.dompet.internal.config;

import id.dompet.internal.transport.TransportSettings;
import id.dompet.model.DompetException;
import id.dompet.model.ProviderId;
import id.dompet.spi.Environment;
import id.dompet.spi.WalletProviderPlugin;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Checks a configuration against what core and the plugins declare. Connects to nothing. */
public final class ConfigReader {
    private ConfigReader() {}

    /**
     * Checks everything and reads the files of secrets.
     *
     * @param layers what the sources say
     * @param available every plugin that was found
     * @param inUse the instances that still have bindings or open payments
     * @throws DompetException.Misconfigured with every problem, always in the same order: core,
     *     plugins, instances in the order of {@code dompet.providers}, routes, unknown keys
     */
    public static CheckedConfig check(
            Layers layers,
            Collection<WalletProviderPlugin> available,
            Collection<ProviderId> inUse) {
        Problems problems = new Problems();
        Lookup lookup = new Lookup(layers, problems);
        SettingsReader settings = new SettingsReader(lookup, problems);
        Known known = new Known();

        CoreReader core = new CoreReader(settings, problems);
        Optional<Environment> environment = core.environment();
        CheckedConfig.Timing timing = core.timing();
        TransportSettings transport = core.transport();
        Names names = core.names();
        for (ProviderId id : inUse) {
            if (!names.valid().contains(id)) {
                problems.add(
                        Keys.PREFIX + "providers",
                        "provider '"
                                + id
                                + "' still has bindings or open payments, but is not configured",
                        "keep its settings until its last binding is gone and its last payment is"
                                + " final");
            }
        }
        Catalog catalog = new Catalog(available, problems);
        List<CheckedConfig.Instance> instances =
                new Instances(lookup, settings, catalog, known, problems)
                        .read(names.valid(), environment);
        CheckedConfig.Routes routes =
                new RouteReader(layers, lookup, known, names, problems).read();
        new UnknownKeys(known, names, problems).report(layers);

        problems.throwIfAny();
        return new CheckedConfig(timing, transport, instances, routes);
    }
}
