package id.dompet.testkit.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.dompet.model.Binding;
import id.dompet.model.DompetException.BindingUnusable;
import id.dompet.model.ProviderId;
import id.dompet.model.Secret;
import id.dompet.sign.Digest;
import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.Credentials;
import id.dompet.spi.TimeSource;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * The merchant's token, and one for each binding. What belongs to one customer is handed out for
 * that customer's bindings only.
 */
final class ContohTokens {
    private static final int SUBJECT_CHARACTERS = 16;

    private final ContohConfig config;
    private final Credentials credentials;
    private final TimeSource time;
    private final Hooks hooks;
    private final String merchantSubject;

    ContohTokens(ContohConfig config, Credentials credentials, TimeSource time, Hooks hooks) {
        this.config = config;
        this.credentials = credentials;
        this.time = time;
        this.hooks = hooks;
        String of = config.merchantId() + "\n" + config.baseUrl();
        this.merchantSubject =
                hooks.merchantSubject(
                        "merchant-"
                                + Digest.SHA_256
                                        .hex(of.getBytes(UTF_8))
                                        .substring(0, SUBJECT_CHARACTERS));
    }

    Credential merchant(Call call, Function<Call, Answer> fetch) {
        return credentials.current(
                call,
                merchantSubject,
                (renewing, old) -> {
                    Instant asked = time.now();
                    return token(fetch.apply(renewing), asked, Optional.empty());
                });
    }

    void merchantRefused(Credential token) {
        credentials.refused(merchantSubject, token);
    }

    Credential customer(Call call, Binding binding, CustomerFetch fetch) {
        Secret credential = granted(binding);
        Credential token =
                credentials.current(
                        call,
                        subject(binding),
                        (renewing, old) -> {
                            Instant asked = time.now();
                            Answer answer = fetch.fetch(renewing, credential);
                            if (answer.code().equals("12")) {
                                throw new BindingUnusable(
                                        config.id(),
                                        "12",
                                        answer.detail() + ": the customer must link again");
                            }
                            return token(answer, asked, Optional.of(binding.customerReference()));
                        });
        requireOwner(token, binding);
        return token;
    }

    /** How a customer's token is had for what the customer granted. */
    interface CustomerFetch {
        Answer fetch(Call call, Secret credential);
    }

    void customerRefused(Binding binding, Credential token) {
        credentials.refused(subject(binding), token);
    }

    void forget(Binding binding) {
        credentials.forget(subject(binding));
    }

    /** What the customer granted; empty if the store has nothing for the binding. */
    Optional<Secret> find(Binding binding) {
        Optional<Credential> stored = credentials.find(binding.id());
        stored.ifPresent(credential -> requireOwner(credential, binding));
        return stored.map(Credential::value);
    }

    private Secret granted(Binding binding) {
        return find(binding)
                .orElseThrow(
                        () ->
                                unusable(
                                        "the credential of binding "
                                                + binding.id()
                                                + " is not in the credential store; the customer"
                                                + " must link again"));
    }

    private void requireOwner(Credential credential, Binding binding) {
        Optional<String> owner = Optional.of(binding.customerReference());
        if (!hooks.isOwner(credential.owner().equals(owner))) {
            throw unusable("what is stored belongs to another customer than the binding");
        }
    }

    private BindingUnusable unusable(String why) {
        return new BindingUnusable(config.id(), "", why);
    }

    private Credential token(Answer answer, Instant asked, Optional<String> owner) {
        ProviderId id = config.id();
        if (!answer.code().equals("00")) {
            throw answer.refusal(id);
        }
        String token = answer.text("token").orElseThrow(() -> answer.refusal(id));
        int seconds = answer.fields().count("expiresIn").orElseThrow(() -> answer.refusal(id));
        return hooks.token(
                new Credential(
                        Secret.of(token),
                        Optional.empty(),
                        Optional.of(asked.plusSeconds(seconds)),
                        owner));
    }

    private String subject(Binding binding) {
        return hooks.customerSubject(binding, "customer-" + binding.id());
    }
}
