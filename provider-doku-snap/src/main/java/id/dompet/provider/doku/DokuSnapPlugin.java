package id.dompet.provider.doku;

import com.google.inject.Module;
import id.dompet.model.Problem;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.Setting;
import id.dompet.spi.WalletProviderPlugin;
import java.util.List;

/**
 * DOKU SNAP: OVO, Allo and CIMB, linked once and then charged; DANA and ShopeePay, confirmed in the
 * wallet's app. Configured with the type {@code doku-snap}. Stateless and thread-safe.
 *
 * <p>What a wallet can do depends on the setting {@code api}. The wallets of Allo and CIMB are
 * called {@code ALLO} and {@code CIMB}. BRI and Mandiri need card data, and DOKU Wallet a family of
 * paths that is not published; they are not offered.
 */
public final class DokuSnapPlugin implements WalletProviderPlugin {
    static final String TYPE = "doku-snap";

    /** For {@link java.util.ServiceLoader} and {@code Dompet.builder}. */
    public DokuSnapPlugin() {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Setting> settings() {
        return DokuSettings.all();
    }

    @Override
    public List<Problem> check(ProviderSettings settings) {
        return DokuSettingsCheck.of(settings);
    }

    @Override
    public Module module() {
        return new DokuModule();
    }
}
