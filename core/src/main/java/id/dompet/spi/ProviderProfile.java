package id.dompet.spi;

import id.dompet.model.Wallet;
import java.util.Map;
import java.util.Optional;

/**
 * What a provider says about itself.
 *
 * @param displayName for people
 * @param wallets what can be done, wallet by wallet
 */
public record ProviderProfile(String displayName, Map<Wallet, WalletSupport> wallets) {

    /** Copies the map. */
    public ProviderProfile {
        wallets = Map.copyOf(wallets);
    }

    /** Whether this is declared for the wallet. */
    public boolean can(Wallet wallet, Capability capability) {
        return support(wallet).filter(s -> s.capabilities().contains(capability)).isPresent();
    }

    /** Whether this is declared for any wallet. */
    public boolean can(Capability capability) {
        return wallets.values().stream().anyMatch(s -> s.capabilities().contains(capability));
    }

    /** What is declared for the wallet; empty if the provider does not offer it. */
    public Optional<WalletSupport> support(Wallet wallet) {
        return Optional.ofNullable(wallets.get(wallet));
    }
}
