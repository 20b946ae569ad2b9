package id.dompet.internal.config;

import id.dompet.internal.transport.TransportSettings;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.WalletProviderPlugin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration in which nothing is wrong.
 *
 * @param timing how long operations may take
 * @param transport how requests are sent
 * @param instances the configured providers, in the order of {@code dompet.providers}
 * @param routes where new bindings and redirect payments go
 */
public record CheckedConfig(
        Timing timing, TransportSettings transport, List<Instance> instances, Routes routes) {

    /**
     * How long operations may take.
     *
     * @param call total time of an operation that changes state ({@code dompet.call-timeout})
     * @param question total time of a question, repeats included ({@code dompet.question-timeout})
     * @param questionRepeats how often a question is asked again ({@code dompet.question-repeats})
     * @param bindWindow how long a customer may take to link ({@code dompet.bind-window})
     */
    public record Timing(
            Duration call, Duration question, int questionRepeats, Duration bindWindow) {}

    /** One configured provider. */
    public record Instance(ProviderId id, WalletProviderPlugin plugin, ProviderSettings settings) {}

    /**
     * Where new handles go.
     *
     * @param fallback {@code dompet.route.default}, or the only provider
     * @param byWallet {@code dompet.route.<WALLET>}
     */
    public record Routes(Optional<ProviderId> fallback, Map<Wallet, ProviderId> byWallet) {
        /** Where a wallet's new handles go. */
        public Optional<ProviderId> of(Wallet wallet) {
            return Optional.ofNullable(byWallet.get(wallet)).or(() -> fallback);
        }
    }
}
