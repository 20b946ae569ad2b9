package id.dompet.docs.misal;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.spi.Credentials;
import id.dompet.spi.ProviderProfile;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.Setting;
import id.dompet.spi.StatusPolling;
import id.dompet.spi.TimeSource;
import id.dompet.spi.WalletProvider;
import id.dompet.spi.WalletProviderPlugin;
import id.dompet.spi.WalletSupport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An invented provider with what Umpama has not: a token, payments on a page, refunds. */
public final class MisalPlugin implements WalletProviderPlugin {
    private static final ProviderProfile PROFILE =
            new ProviderProfile(
                    "Misal",
                    Map.of(
                            Wallet.DANA,
                            new WalletSupport(
                                    Set.of(Capability.PAY_REDIRECT, Capability.REFUND),
                                    new StatusPolling(
                                            Duration.ofSeconds(10),
                                            Duration.ofSeconds(30),
                                            Duration.ofMinutes(30),
                                            Duration.ofHours(1)))));

    @Override
    public String type() {
        return "misal";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.text("client-id", "the merchant's id"),
                Setting.secret("client-secret", "what tokens are fetched with"),
                Setting.uri("base-url", "where Misal listens"));
    }

    @Override
    public Module module() {
        return new AbstractModule() {
            @Provides
            @Singleton
            WalletProvider provider(
                    ProviderSettings settings, Credentials credentials, TimeSource time) {
                MisalTokens tokens = new MisalTokens(settings, credentials, time);
                MisalClient client = new MisalClient(settings, tokens);
                MisalPayments payments = new MisalPayments(client);
                return WalletProvider.of(PROFILE)
                        .pay(payments)
                        .status(payments)
                        .refund(new MisalRefunds(client))
                        .build();
            }
        };
    }
}
