package id.dompet.provider.duitku;

import com.google.inject.Module;
import id.dompet.model.Problem;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.Setting;
import id.dompet.spi.WalletProviderPlugin;
import java.util.List;

/**
 * Duitku Account Link: OVO and ShopeePay, linked once and then charged. Configured with the type
 * {@code duitku}. Stateless and thread-safe.
 *
 * <p>The protocol is that of the document "Account Link V1.1" and of docs.duitku.com (inquiry,
 * check transaction, callback, redirect). Payments are whole rupiah, at least 10000; a customer has
 * 15 minutes to confirm with OVO and 30 with ShopeePay.
 */
public final class DuitkuPlugin implements WalletProviderPlugin {
    static final String TYPE = "duitku";

    /** For {@link java.util.ServiceLoader} and {@code Dompet.builder}. */
    public DuitkuPlugin() {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Setting> settings() {
        return DuitkuSettings.all();
    }

    @Override
    public List<Problem> check(ProviderSettings settings) {
        return DuitkuSettingsCheck.of(settings);
    }

    @Override
    public Module module() {
        return new DuitkuModule();
    }
}
