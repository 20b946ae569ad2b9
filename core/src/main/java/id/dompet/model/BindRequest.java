package id.dompet.model;

import java.net.URI;
import java.util.Optional;

/**
 * Asks to link a customer's wallet.
 *
 * @param reference unique for each attempt, chosen by the merchant; 1 to 32 letters, digits, dots,
 *     dashes and underscores
 * @param wallet which wallet
 * @param customer whose
 * @param returnUrl where the customer's browser comes back to. The library appends one unguessable
 *     path segment, {@link BindAttempt#nonce()}; serve every path below this URL. No query, https
 *     outside loopback
 * @param failureUrl the same for a customer who failed, where the provider makes a difference
 */
public record BindRequest(
        String reference,
        Wallet wallet,
        Customer customer,
        URI returnUrl,
        Optional<URI> failureUrl) {

    /** Refuses references and URLs that some provider would. */
    public BindRequest {
        Texts.requireReference("bind reference", reference);
        Texts.requirePage("return URL", returnUrl);
        failureUrl.ifPresent(url -> Texts.requirePage("failure URL", url));
    }

    /** A request with one page to return to. */
    public BindRequest(String reference, Wallet wallet, Customer customer, URI returnUrl) {
        this(reference, wallet, customer, returnUrl, Optional.empty());
    }
}
