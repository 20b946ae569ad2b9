package id.dompet.docs.umpama;

import static id.dompet.spi.Capability.BALANCE;
import static id.dompet.spi.Capability.BIND;
import static id.dompet.spi.Capability.NOTIFY;
import static id.dompet.spi.Capability.PAY_LINKED;
import static id.dompet.spi.Capability.UNBIND;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import id.dompet.model.Wallet;
import id.dompet.spi.Credentials;
import id.dompet.spi.ProviderProfile;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.StatusPolling;
import id.dompet.spi.WalletProvider;
import id.dompet.spi.WalletSupport;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Puts one instance together. Connects to nothing. */
final class UmpamaModule extends AbstractModule {
    private static final StatusPolling POLLING =
            new StatusPolling(
                    Duration.ofSeconds(10), // firstAfter
                    Duration.ofSeconds(30), // between
                    Duration.ofMinutes(15), // customerWindow
                    Duration.ofHours(1)); // notFoundIsFinalAfter

    private static final ProviderProfile PROFILE =
            new ProviderProfile(
                    "Umpama",
                    Map.of(
                            Wallet.LINKAJA,
                            new WalletSupport(
                                    Set.of(BIND, UNBIND, BALANCE, PAY_LINKED, NOTIFY), POLLING)));

    @Provides
    @Singleton
    WalletProvider provider(
            ProviderSettings settings, Credentials credentials, RandomGenerator random) {
        UmpamaConfig config = UmpamaConfig.of(settings);
        UmpamaSigner signer = new UmpamaSigner(config);
        UmpamaClient client = new UmpamaClient(config, signer, random);
        UmpamaLinks links = new UmpamaLinks(client, credentials);
        UmpamaAccounts accounts = new UmpamaAccounts(client, links);
        UmpamaPayments payments = new UmpamaPayments(client, links);
        return WalletProvider.of(PROFILE)
                .bind(links)
                .unbind(accounts)
                .balance(accounts)
                .pay(payments)
                .status(payments)
                .notifications(new UmpamaNotifications(config.id(), signer))
                .build();
    }
}
