package id.dompet.provider.doku;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.dompet.model.BindAttempt;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.DompetException.BindingUnusable;
import id.dompet.model.Secret;
import id.dompet.sign.Digest;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.Credentials;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What customers granted by linking: the auth code, first under the attempt's nonce, then under the
 * binding's id. Each entry names its owner, and is of no use to anybody else.
 *
 * <p>The binding's id is a digest of the attempt, so completing twice gives the same binding.
 */
final class Grants {
    private static final int ID_CHARACTERS = 40;

    private final DokuConfig config;
    private final Credentials credentials;

    Grants(DokuConfig config, Credentials credentials) {
        this.config = config;
        this.credentials = credentials;
    }

    /**
     * What DOKU said when the link was begun.
     *
     * @param externalId of the request; a notification names it
     * @param authCode if it was in the answer
     */
    record Begun(String externalId, Optional<Secret> authCode) {
        @Override
        public String toString() {
            return "Begun[***]";
        }
    }

    void begin(BindAttempt attempt, Begun begun) {
        String text = begun.externalId() + ":" + begun.authCode().map(Secret::reveal).orElse("");
        credentials.put(
                attemptSubject(attempt),
                new Credential(
                        Secret.of(text),
                        Optional.empty(),
                        Optional.of(attempt.until()),
                        Optional.of(attempt.customer().reference())));
    }

    /** Empty if nothing is stored for the attempt, or something of another customer's. */
    Optional<Begun> begun(BindAttempt attempt) {
        return credentials
                .find(attemptSubject(attempt))
                .filter(entry -> isOf(entry, attempt.customer().reference()))
                .map(entry -> read(entry.value().reveal()));
    }

    private static Begun read(String text) {
        int colon = text.indexOf(':');
        return new Begun(
                text.substring(0, Math.max(colon, 0)),
                Optional.of(text.substring(colon + 1))
                        .filter(code -> !code.isEmpty())
                        .map(Secret::of));
    }

    /** Stores the auth code for good; empty if the entry belongs to another customer. */
    Optional<Binding> claim(
            BindAttempt attempt, DokuChannel channel, Secret authCode, Instant now) {
        Customer customer = attempt.customer();
        Binding binding = binding(attempt, channel, now);
        Credential stored =
                credentials.putIfAbsent(
                        binding.id(), Credential.of(authCode, customer.reference()));
        return isOf(stored, customer.reference()) ? Optional.of(binding) : Optional.empty();
    }

    /** The binding of an attempt that was completed before. */
    Optional<Binding> completed(BindAttempt attempt, DokuChannel channel, Instant now) {
        Binding binding = binding(attempt, channel, now);
        return credentials
                .find(binding.id())
                .filter(entry -> isOf(entry, binding.customerReference()))
                .map(entry -> binding);
    }

    void forget(BindAttempt attempt) {
        credentials.forget(attemptSubject(attempt));
    }

    /**
     * The auth code of a binding; empty if the store has none.
     *
     * @throws BindingUnusable if it belongs to another customer than the binding
     */
    Optional<Secret> find(Binding binding) {
        Optional<Credential> stored = credentials.find(binding.id());
        if (stored.isPresent() && !isOf(stored.get(), binding.customerReference())) {
            throw new BindingUnusable(
                    config.id(),
                    "",
                    "the stored credential belongs to another customer than the binding");
        }
        return stored.map(Credential::value);
    }

    /** The auth code of a binding that cannot do without. */
    Secret require(Binding binding) {
        return find(binding)
                .orElseThrow(
                        () ->
                                new BindingUnusable(
                                        config.id(),
                                        "",
                                        "the credential of binding "
                                                + binding.id()
                                                + " is not in the credential store; the customer"
                                                + " must link again"));
    }

    static boolean isOf(Credential entry, String customerReference) {
        return entry.owner().equals(Optional.of(customerReference));
    }

    private static String attemptSubject(BindAttempt attempt) {
        return attempt.nonce();
    }

    private Binding binding(BindAttempt attempt, DokuChannel channel, Instant now) {
        String text =
                String.join(
                        "\n",
                        "binding",
                        config.clientId(),
                        channel.code(),
                        attempt.reference(),
                        attempt.nonce());
        String id =
                channel.name().toLowerCase(Locale.ROOT)
                        + "-"
                        + Digest.SHA_256.hex(text.getBytes(UTF_8)).substring(0, ID_CHARACTERS);
        return new Binding(id, config.id(), channel.wallet(), attempt.customer().reference(), now);
    }
}
