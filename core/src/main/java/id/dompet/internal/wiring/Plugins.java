package id.dompet.internal.wiring;

import id.dompet.model.DompetException;
import id.dompet.model.Problem;
import id.dompet.spi.WalletProviderPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds provider modules. Being found does nothing by itself: configuration names what is used. */
public final class Plugins {
    private Plugins() {}

    /** Those on the class path, then those the merchant gave. */
    public static List<WalletProviderPlugin> find(List<WalletProviderPlugin> given) {
        List<WalletProviderPlugin> found = new ArrayList<>();
        try {
            ServiceLoader.load(WalletProviderPlugin.class).forEach(found::add);
        } catch (ServiceConfigurationError e) {
            throw new DompetException.Misconfigured(
                    new Problem(
                            "",
                            "a provider module on the class path cannot be loaded: "
                                    + e.getMessage(),
                            "check the file META-INF/services/"
                                    + WalletProviderPlugin.class.getName()
                                    + " in its jar; each line names one public class with a public"
                                    + " constructor without arguments"));
        }
        // The same module given by hand and found on the class path is one module.
        found.removeIf(
                other -> given.stream().anyMatch(g -> g.getClass().equals(other.getClass())));
        found.addAll(given);
        return List.copyOf(found);
    }
}
