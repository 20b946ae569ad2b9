package id.dompet.testkit.scripted;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import id.dompet.model.ProviderId;
import id.dompet.sign.HmacKey;
import id.dompet.spi.Capability;
import id.dompet.spi.Credentials;
import id.dompet.spi.ProviderProfile;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.Setting;
import id.dompet.spi.WalletProvider;
import id.dompet.spi.WalletProviderPlugin;
import java.util.List;

/** The provider module: what is real is in front of it, and what is scripted behind. */
final class ScriptedPlugin implements WalletProviderPlugin {
    private final ProviderId id;
    private final ProviderProfile profile;
    private final Books books;
    private final AllScripts scripts;
    private final HmacKey key;

    ScriptedPlugin(
            ProviderId id, ProviderProfile profile, Books books, AllScripts scripts, HmacKey key) {
        this.id = id;
        this.profile = profile;
        this.books = books;
        this.scripts = scripts;
        this.key = key;
    }

    @Override
    public String type() {
        return "scripted-" + id;
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Module module() {
        return new AbstractModule() {
            @Provides
            @Singleton
            WalletProvider provider(ProviderSettings settings, Credentials credentials) {
                if (!settings.id().equals(id)) {
                    throw new IllegalStateException(
                            "this provider was scripted for the name " + id);
                }
                return assemble(credentials);
            }
        };
    }

    private WalletProvider assemble(Credentials credentials) {
        ScriptedLinks links = new ScriptedLinks(id, books, scripts, credentials);
        ScriptedPayments payments = new ScriptedPayments(id, profile, books, scripts, links);
        WalletProvider.Builder ports = WalletProvider.of(profile);
        if (profile.can(Capability.BIND)) {
            ports.bind(links);
        }
        if (profile.can(Capability.UNBIND)) {
            ports.unbind(links);
        }
        if (profile.can(Capability.BALANCE)) {
            ports.balance(links);
        }
        if (profile.can(Capability.TOP_UP_INSTRUCTIONS)) {
            ports.topUp(links);
        }
        if (profile.can(Capability.PAY_LINKED)
                || profile.can(Capability.PAY_UNATTENDED)
                || profile.can(Capability.PAY_REDIRECT)) {
            ports.pay(payments).status(payments);
        }
        if (profile.can(Capability.REFUND)) {
            ports.refund(payments);
        }
        if (profile.can(Capability.NOTIFY)) {
            ports.notifications(new NotificationReader(id, key));
        }
        return ports.build();
    }
}
