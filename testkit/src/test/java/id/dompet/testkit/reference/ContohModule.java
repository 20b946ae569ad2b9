package id.dompet.testkit.reference;

import static id.dompet.spi.Capability.BALANCE;
import static id.dompet.spi.Capability.BIND;
import static id.dompet.spi.Capability.NOTIFY;
import static id.dompet.spi.Capability.PAY_LINKED;
import static id.dompet.spi.Capability.PAY_REDIRECT;
import static id.dompet.spi.Capability.PAY_UNATTENDED;
import static id.dompet.spi.Capability.REFUND;
import static id.dompet.spi.Capability.TOP_UP_INSTRUCTIONS;
import static id.dompet.spi.Capability.UNBIND;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import id.dompet.model.Wallet;
import id.dompet.spi.Credentials;
import id.dompet.spi.ProviderProfile;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.StatusPolling;
import id.dompet.spi.StatusPort;
import id.dompet.spi.TimeSource;
import id.dompet.spi.WalletProvider;
import id.dompet.spi.WalletSupport;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Puts one instance together. */
final class ContohModule extends AbstractModule {
    private static final StatusPolling POLLING =
            new StatusPolling(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1));

    private static final ProviderProfile PROFILE =
            new ProviderProfile(
                    "Contoh",
                    Map.of(
                            Wallet.OVO,
                            new WalletSupport(
                                    Set.of(
                                            BIND,
                                            UNBIND,
                                            BALANCE,
                                            TOP_UP_INSTRUCTIONS,
                                            PAY_LINKED,
                                            PAY_UNATTENDED,
                                            REFUND,
                                            NOTIFY),
                                    POLLING),
                            Wallet.DANA,
                            new WalletSupport(Set.of(PAY_REDIRECT, REFUND, NOTIFY), POLLING)));

    private final Hooks hooks;

    ContohModule(Hooks hooks) {
        this.hooks = hooks;
    }

    @Provides
    @Singleton
    WalletProvider provider(ProviderSettings settings, Credentials credentials, TimeSource time) {
        ContohConfig config = ContohConfig.of(settings);
        ContohSigner signer = new ContohSigner(config, hooks);
        ContohTokens tokens = new ContohTokens(config, credentials, time, hooks);
        ContohClient client = new ContohClient(config, tokens, signer, time, hooks);
        ContohAttempts attempts = new ContohAttempts(credentials);
        ContohAccount account = new ContohAccount(client);
        StatusPort status = new ContohStatus(client);
        Parts parts = new Parts(settings, credentials, time, client);
        return hooks.provider(
                WalletProvider.of(hooks.profile(PROFILE))
                        .bind(
                                hooks.bind(
                                        new ContohBind(client, credentials, attempts, hooks),
                                        parts))
                        .unbind(hooks.unbind(new ContohUnbind(client, tokens), parts))
                        .balance(hooks.balance(account, parts))
                        .topUp(hooks.topUp(account, parts))
                        .pay(hooks.pay(new ContohPay(client, status, hooks), parts))
                        .status(hooks.status(status, parts))
                        .refund(hooks.refund(new ContohRefund(client, hooks), parts))
                        .notifications(
                                hooks.notifications(
                                        new ContohNotifications(
                                                config.id(), signer, attempts, hooks),
                                        parts))
                        .build(),
                parts);
    }
}
