package id.dompet.testkit.conformance.secrets;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.matcher.Matchers;
import com.google.inject.spi.ProvisionListener;
import id.dompet.model.Problem;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.Setting;
import id.dompet.spi.WalletProviderPlugin;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A module, and every object that it is made of. */
final class WatchedPlugin implements WalletProviderPlugin {
    private final WalletProviderPlugin plugin;
    private final List<Object> made = new CopyOnWriteArrayList<>();

    WatchedPlugin(WalletProviderPlugin plugin) {
        this.plugin = plugin;
    }

    /** Another type than the module's own, which may be on the class path as well. */
    @Override
    public String type() {
        return "watched-" + plugin.type();
    }

    @Override
    public List<Setting> settings() {
        return plugin.settings();
    }

    @Override
    public List<Problem> check(ProviderSettings settings) {
        return plugin.check(settings);
    }

    @Override
    public Module module() {
        return new AbstractModule() {
            @Override
            protected void configure() {
                bindListener(Matchers.any(), new Watch());
                install(plugin.module());
            }
        };
    }

    /** What the module's Guice has made so far. */
    List<Object> made() {
        return List.copyOf(made);
    }

    private final class Watch implements ProvisionListener {
        @Override
        public <T> void onProvision(ProvisionInvocation<T> provision) {
            T object = provision.provision();
            if (object != null) {
                made.add(object);
            }
        }
    }
}
