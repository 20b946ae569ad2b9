package id.dompet.spi;

import java.util.Set;

/**
 * What a provider can do for one wallet, and how to ask about its payments.
 *
 * @param capabilities what is declared is promised; what is not is refused before any request
 * @param statusPolling the pace of status questions
 */
public record WalletSupport(Set<Capability> capabilities, StatusPolling statusPolling) {

    /** Copies the set. */
    public WalletSupport {
        capabilities = Set.copyOf(capabilities);
    }
}
