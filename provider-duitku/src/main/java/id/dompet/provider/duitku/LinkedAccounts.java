package id.dompet.provider.duitku;

import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.DompetException.BindingUnusable;
import id.dompet.model.ProviderId;
import id.dompet.model.Secret;
import id.dompet.sign.Digest;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.Credentials;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Credential codes in the store, each under the id of its binding.
 *
 * <p>The id is a digest of merchant code, channel and credential code, so completing twice gives
 * the same binding, and a code that belongs to somebody else meets that somebody's entry, after a
 * change of the API key too. It cannot be turned back: codes are too long to be guessed.
 */
final class LinkedAccounts {
    private static final int ID_CHARACTERS = 40;

    private final ProviderId id;
    private final String merchantCode;
    private final Credentials credentials;

    LinkedAccounts(ProviderId id, String merchantCode, Credentials credentials) {
        this.id = id;
        this.merchantCode = merchantCode;
        this.credentials = credentials;
    }

    /** What a binding stands for. */
    record Linked(DuitkuChannel channel, Secret code) {}

    /**
     * Stores a code for its customer, unless it is stored for another one. Atomic: of two customers
     * who come with one code at the same time, one gets it.
     *
     * @return the binding; empty if the code is another customer's
     */
    Optional<Binding> claim(DuitkuChannel channel, String code, Customer customer, Instant now) {
        String subject = subject(channel, code);
        Credential mine = Credential.of(Secret.of(code), customer.reference());
        Credential stored = credentials.putIfAbsent(subject, mine);
        return stored.owner().equals(mine.owner()) && stored.value().equals(mine.value())
                ? Optional.of(new Binding(subject, id, channel.wallet(), customer.reference(), now))
                : Optional.empty();
    }

    /**
     * The code of a binding; empty if the store has none.
     *
     * @throws BindingUnusable if the stored code belongs to another customer than the binding
     */
    Optional<Linked> find(Binding binding) {
        DuitkuChannel channel = DuitkuChannel.require(id, binding.wallet());
        Optional<Credential> stored = credentials.find(binding.id());
        if (stored.isPresent()
                && !stored.get().owner().equals(Optional.of(binding.customerReference()))) {
            throw new BindingUnusable(
                    id, "", "the stored credential belongs to another customer than the binding");
        }
        return stored.map(credential -> new Linked(channel, credential.value()));
    }

    /** The code of a binding that cannot do without. */
    Linked require(Binding binding) {
        return find(binding)
                .orElseThrow(
                        () ->
                                new BindingUnusable(
                                        id,
                                        "",
                                        "the credential of binding "
                                                + binding.id()
                                                + " is not in the credential store; the customer"
                                                + " must link again"));
    }

    private String subject(DuitkuChannel channel, String code) {
        String text = String.join("\n", "binding", merchantCode, channel.code(), code);
        String name = Digest.SHA_256.hex(text.getBytes(StandardCharsets.UTF_8));
        return channel.bindingPrefix() + "-" + name.substring(0, ID_CHARACTERS);
    }
}
