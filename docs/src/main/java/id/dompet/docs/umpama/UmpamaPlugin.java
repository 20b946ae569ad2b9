package id.dompet.docs.umpama;

import com.google.inject.Module;
import id.dompet.spi.Setting;
import id.dompet.spi.WalletProviderPlugin;
import java.util.List;

/** The provider module of Umpama, as the ServiceLoader finds it. */
public final class UmpamaPlugin implements WalletProviderPlugin {
    @Override
    public String type() {
        return "umpama";
    }

    @Override
    public List<Setting> settings() {
        return UmpamaConfig.SETTINGS;
    }

    @Override
    public Module module() {
        return new UmpamaModule();
    }
}
