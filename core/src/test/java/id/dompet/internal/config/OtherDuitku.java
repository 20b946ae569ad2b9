package id.dompet.internal.config;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import id.dompet.spi.Setting;
import id.dompet.spi.WalletProviderPlugin;
import java.util.List;

/** Claims a type that is another's. */
final class OtherDuitku implements WalletProviderPlugin {
    @Override
    public String type() {
        return "duitku";
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Module module() {
        return new AbstractModule() {};
    }
}
