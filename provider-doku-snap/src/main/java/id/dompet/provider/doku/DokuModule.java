package id.dompet.provider.doku;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import id.dompet.model.DompetException.Misconfigured;
import id.dompet.model.Problem;
import id.dompet.model.Secret;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.spi.Credentials;
import id.dompet.spi.ProviderProfile;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.StatusPolling;
import id.dompet.spi.TimeSource;
import id.dompet.spi.WalletProvider;
import id.dompet.spi.WalletSupport;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Puts one instance together. */
final class DokuModule extends AbstractModule {
    /** "Check status at the earliest 60 seconds after the payment": developers.doku.com. */
    private static final Duration FIRST_STATUS_AFTER = Duration.ofMinutes(1);

    private static final Duration BETWEEN_STATUS = Duration.ofMinutes(1);

    @Provides
    @Singleton
    WalletProvider provider(
            ProviderSettings settings,
            Credentials credentials,
            TimeSource time,
            RandomGenerator random) {
        return assemble(settings, credentials, time, random);
    }

    static WalletProvider assemble(
            ProviderSettings settings,
            Credentials credentials,
            TimeSource time,
            RandomGenerator random) {
        DokuConfig config = DokuConfig.of(settings);
        SnapJson json = new SnapJson();
        AsymmetricSigner rsa = keys(settings);
        SymmetricSigner hmac = new SymmetricSigner(config.clientSecret());
        TokenEndpoint endpoint = new TokenEndpoint(config, rsa, json, time);
        Grants grants = new Grants(config, credentials);
        CustomerTokens customers = new CustomerTokens(config.id(), grants, credentials, endpoint);
        SnapClient client =
                new SnapClient(
                        config,
                        hmac,
                        json,
                        new MerchantTokens(config, credentials, endpoint),
                        customers,
                        new ExternalIds(random),
                        time);
        DeviceHeaders devices = new DeviceHeaders(config);
        PaymentLimits limits = new PaymentLimits(config);
        StatusInquiry inquiry = new StatusInquiry(config, client, json, devices);
        BindReports reports = new BindReports(credentials);
        WalletProvider.Builder provider =
                WalletProvider.of(profile(config))
                        .bind(
                                new DokuBind(
                                        config,
                                        client,
                                        new BindBody(config, json),
                                        devices,
                                        endpoint,
                                        customers,
                                        grants,
                                        reports))
                        .unbind(new DokuUnbind(config, client, json, devices, grants, customers))
                        .balance(new DokuBalance(config, client, json, devices))
                        .pay(
                                new DokuPay(
                                        config,
                                        client,
                                        limits,
                                        new PaymentBody(config, json),
                                        new RedirectBody(config, json),
                                        devices,
                                        new PaymentAnswer(config.id()),
                                        time))
                        .status(new DokuStatus(config, inquiry))
                        .refund(new DokuRefund(config, client, json, devices, limits, inquiry));
        return provider.notifications(notifications(config, rsa, hmac, json, reports, random))
                .build();
    }

    private static DokuNotifications notifications(
            DokuConfig config,
            AsymmetricSigner rsa,
            SymmetricSigner hmac,
            SnapJson json,
            BindReports reports,
            RandomGenerator random) {
        NotificationTokens tokens =
                new NotificationTokens(config.clientId(), config.clientSecret(), random);
        SnapReplies replies = new SnapReplies(json);
        return new DokuNotifications(
                new TokenHandshake(config, rsa, tokens, json, replies),
                new NotificationVerifier(config, hmac, tokens, replies),
                new NotificationEvents(config.id(), reports),
                json,
                replies);
    }

    private static AsymmetricSigner keys(ProviderSettings settings) {
        try {
            return new AsymmetricSigner(
                    RsaKeys.privateKey(
                            settings.secret(DokuSettings.PRIVATE_KEY).reveal(),
                            passphrase(settings)),
                    RsaKeys.publicKey(settings.secret(DokuSettings.DOKU_PUBLIC_KEY).reveal()));
        } catch (UnusableKey e) {
            // Not reached where core asked the plugin to check its settings first.
            throw new Misconfigured(
                    new Problem(
                            "dompet." + settings.id() + "." + DokuSettings.PRIVATE_KEY,
                            "or " + DokuSettings.DOKU_PUBLIC_KEY + " " + e.reason(),
                            e.suggestion()));
        }
    }

    static Optional<Secret> passphrase(ProviderSettings settings) {
        return settings.has(DokuSettings.PRIVATE_KEY_PASSPHRASE)
                ? Optional.of(settings.secret(DokuSettings.PRIVATE_KEY_PASSPHRASE))
                : Optional.empty();
    }

    private static ProviderProfile profile(DokuConfig config) {
        Map<Wallet, WalletSupport> wallets = new LinkedHashMap<>();
        for (DokuChannel channel : DokuChannel.values()) {
            Set<Capability> can = config.api().capabilities(channel);
            if (!can.isEmpty()) {
                Duration window = config.customerWindow(channel);
                wallets.put(
                        channel.wallet(),
                        new WalletSupport(
                                can,
                                new StatusPolling(
                                        FIRST_STATUS_AFTER,
                                        BETWEEN_STATUS,
                                        window,
                                        window.plus(config.notFoundGrace()))));
            }
        }
        return new ProviderProfile("DOKU SNAP, " + config.api().setting(), wallets);
    }
}
