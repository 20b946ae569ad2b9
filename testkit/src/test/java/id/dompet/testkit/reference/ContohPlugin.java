package id.dompet.testkit.reference;

import com.google.inject.Module;
import id.dompet.spi.Setting;
import id.dompet.spi.WalletProviderPlugin;
import java.util.List;

/** The provider module of Contoh: OVO, linked or charged at once, and DANA by redirect. */
public final class ContohPlugin implements WalletProviderPlugin {
    private final Hooks hooks;

    /** The correct one. */
    public ContohPlugin() {
        this(new Hooks());
    }

    /** One with a fault. */
    public ContohPlugin(Hooks hooks) {
        this.hooks = hooks;
    }

    @Override
    public String type() {
        return hooks.type("contoh");
    }

    @Override
    public List<Setting> settings() {
        return hooks.settings(ContohConfig.SETTINGS);
    }

    @Override
    public Module module() {
        return new ContohModule(hooks);
    }
}
