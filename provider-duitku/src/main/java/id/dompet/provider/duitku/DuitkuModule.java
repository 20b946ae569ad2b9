package id.dompet.provider.duitku;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.spi.Credentials;
import id.dompet.spi.ProviderProfile;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.StatusPolling;
import id.dompet.spi.WalletProvider;
import id.dompet.spi.WalletSupport;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Puts one instance together. */
final class DuitkuModule extends AbstractModule {
    private static final Duration FIRST_STATUS_AFTER = Duration.ofSeconds(30);

    /** Duitku publishes no limit, and blocks those who poll for about an hour. */
    private static final Duration BETWEEN_STATUS = Duration.ofMinutes(5);

    @Provides
    @Singleton
    WalletProvider provider(ProviderSettings settings, Credentials credentials) {
        return assemble(DuitkuConfig.of(settings), credentials);
    }

    static WalletProvider assemble(DuitkuConfig config, Credentials credentials) {
        DuitkuJson json = new DuitkuJson();
        DuitkuSigner signer = new DuitkuSigner(config.merchantCode(), config.apiKey());
        DuitkuHttp http = new DuitkuHttp(config, signer, json);
        AccountLink accountLink = new AccountLink(config, http, json);
        LinkedAccounts accounts =
                new LinkedAccounts(config.id(), config.merchantCode(), credentials);
        UserInfo userInfo = new UserInfo(config.id(), accountLink);
        DuitkuWallet wallet = new DuitkuWallet(config.id(), accountLink, userInfo, accounts);
        return WalletProvider.of(profile(config.notFoundGrace()))
                .bind(new DuitkuBind(config.id(), accountLink, json, userInfo, accounts))
                .unbind(new DuitkuUnbind(accountLink, accounts))
                .balance(wallet)
                .topUp(wallet)
                .pay(
                        new DuitkuPay(
                                config,
                                accounts,
                                new InquiryRules(config.id()),
                                new InquiryBody(config, signer, json),
                                new InquiryAnswer(config),
                                http))
                .status(new DuitkuStatus(config, signer, json, http))
                .notifications(
                        new DuitkuNotifications(
                                config,
                                new CallbackVerifier(signer, config.scheme(), config.transition())))
                .build();
    }

    private static ProviderProfile profile(Duration notFoundGrace) {
        Map<Wallet, WalletSupport> wallets = new LinkedHashMap<>();
        for (DuitkuChannel channel : DuitkuChannel.values()) {
            Duration window = channel.customerWindow();
            wallets.put(
                    channel.wallet(),
                    new WalletSupport(
                            capabilities(channel),
                            new StatusPolling(
                                    FIRST_STATUS_AFTER,
                                    BETWEEN_STATUS,
                                    window,
                                    window.plus(notFoundGrace))));
        }
        return new ProviderProfile("Duitku Account Link", wallets);
    }

    /** Top-up instructions: "supports OVO", Account Link V1.1, section 4. */
    private static Set<Capability> capabilities(DuitkuChannel channel) {
        Set<Capability> capabilities =
                EnumSet.of(
                        Capability.BIND,
                        Capability.UNBIND,
                        Capability.BALANCE,
                        Capability.PAY_LINKED,
                        Capability.NOTIFY);
        if (channel == DuitkuChannel.OVO) {
            capabilities.add(Capability.TOP_UP_INSTRUCTIONS);
        }
        return capabilities;
    }
}
