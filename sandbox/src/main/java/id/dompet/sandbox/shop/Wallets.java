package id.dompet.sandbox.shop;

import id.dompet.Dompet;
import id.dompet.ledger.Ledger;
import id.dompet.model.Balance;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.DompetException;
import id.dompet.model.ProviderId;
import id.dompet.model.TopUpInstruction;
import id.dompet.model.UnbindNotice;
import id.dompet.model.UnbindOutcome;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Customers' linked wallets. Thread-safe. */
final class Wallets {
    /** What customers know the shop as; wallets want it named before a link ends. */
    static final String SHOP = "Kopi Kawung";

    private final Dompet dompet;
    private final Ledger ledger;
    private final URI linkedPage;

    /**
     * Wallets.
     *
     * @param linkedPage where browsers come back to from linking
     */
    Wallets(Dompet dompet, Ledger ledger, URI linkedPage) {
        this.dompet = dompet;
        this.ledger = ledger;
        this.linkedPage = linkedPage;
    }

    /** The customer wants to link a wallet: where to send them, if all is well. */
    BindOutcome link(Customer customer, Wallet wallet) {
        String reference = References.link();
        return ledger.bind(new BindRequest(reference, wallet, customer, linkedPage));
    }

    /**
     * The browser is back.
     *
     * @param customer who is logged in: nobody else can finish this attempt
     * @param nonce the last segment of the path
     * @param cameBackTo path and query, as they were sent
     */
    BindOutcome linked(Customer customer, String nonce, String cameBackTo) {
        return ledger.completeBind(customer.reference(), nonce, cameBackTo);
    }

    /** What the customer must read before unlinking, if the wallet demands it. */
    Optional<UnbindNotice> beforeUnlinking(Binding binding, Locale language) {
        return dompet.unbindNotice(binding, language, SHOP);
    }

    /** Ends a link. UNKNOWN is harmless: do it again. */
    UnbindOutcome unlink(Binding binding) {
        return ledger.unbind(binding);
    }

    /** This customer's link of this id, if it is in force. */
    Optional<Binding> of(Customer customer, String id) {
        return ledger.binding(id)
                .filter(binding -> binding.customerReference().equals(customer.reference()));
    }

    List<Binding> of(Customer customer) {
        return ledger.bindings(customer.reference());
    }

    Balance balance(Binding binding) {
        return ledger.balance(binding);
    }

    /** Empty where the provider does not tell. */
    List<TopUpInstruction> topUp(Binding binding) {
        boolean told = can(binding.provider(), binding.wallet(), Capability.TOP_UP_INSTRUCTIONS);
        return told ? ledger.topUpInstructions(binding) : List.of();
    }

    /** Which provider does this for a new link or payment today; empty if it does not. */
    Optional<ProviderId> route(Wallet wallet, Capability capability) {
        try {
            return Optional.of(dompet.route(wallet, capability));
        } catch (DompetException.Unsupported e) {
            return Optional.empty();
        }
    }

    boolean can(ProviderId provider, Wallet wallet, Capability capability) {
        return Optional.ofNullable(dompet.providers().get(provider))
                .filter(profile -> profile.can(wallet, capability))
                .isPresent();
    }
}
