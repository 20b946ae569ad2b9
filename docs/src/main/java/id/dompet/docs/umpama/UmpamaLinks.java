package id.dompet.docs.umpama;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.Decline;
import id.dompet.model.Decline.Reason;
import id.dompet.model.DompetException.BindingUnusable;
import id.dompet.model.Secret;
import id.dompet.model.UnknownCause;
import id.dompet.sign.Digest;
import id.dompet.spi.BindPort;
import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.Credentials;
import id.dompet.spi.Pages;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Links wallets, and keeps what customers granted. */
final class UmpamaLinks implements BindPort {
    private final UmpamaClient client;
    private final Credentials credentials;

    UmpamaLinks(UmpamaClient client, Credentials credentials) {
        this.client = client;
        this.credentials = credentials;
    }

    @Override
    public BindOutcome start(Call call, BindAttempt attempt) {
        UmpamaAnswer answer =
                client.send(
                        call,
                        "/v1/links",
                        Effect.CHANGES_STATE,
                        Map.of(
                                "ref", attempt.reference(),
                                "wallet", attempt.wallet().code(),
                                "phone", attempt.customer().phone().international(),
                                "return_url", attempt.returnUrl().toString()));
        return switch (answer.result()) {
            case "otp_needed" -> awaiting(attempt, answer);
            case "phone_unknown" -> refused(Reason.PHONE_NOT_ACCEPTED, answer);
            case "request_invalid" -> refused(Reason.OTHER, answer);
            default -> new BindOutcome.Unknown(answer.cause(), answer.detail());
        };
    }

    private static BindOutcome awaiting(BindAttempt attempt, UmpamaAnswer answer) {
        Optional<URI> page = answer.text("page").flatMap(Pages::safe);
        return page.isPresent()
                ? new BindOutcome.AwaitingCustomer(attempt, page.get())
                : new BindOutcome.Unknown(
                        UnknownCause.UNREADABLE_ANSWER,
                        "/v1/links: no page that can be opened safely");
    }

    /** Asks about the merchant's own reference. What the browser brought back is not even read. */
    @Override
    public BindOutcome complete(Call call, BindAttempt attempt, Map<String, String> returned) {
        UmpamaAnswer answer =
                client.send(call, "/v1/links/get", Effect.NONE, Map.of("ref", attempt.reference()));
        return switch (answer.result()) {
            case "linked" -> linked(call, attempt, answer);
            case "waiting", "ref_unknown" -> new BindOutcome.Processing(attempt);
            case "cancelled" -> refused(Reason.CUSTOMER_CANCELLED, answer);
            case "expired" -> refused(Reason.CUSTOMER_TOO_LATE, answer);
            default -> new BindOutcome.Unknown(answer.cause(), answer.detail());
        };
    }

    private BindOutcome linked(Call call, BindAttempt attempt, UmpamaAnswer answer) {
        Optional<String> link = answer.text("link");
        Optional<String> phone = answer.text("phone");
        if (link.isEmpty() || phone.isEmpty() || !answer.isAbout(attempt.reference())) {
            return new BindOutcome.Unknown(
                    UnknownCause.UNREADABLE_ANSWER, "/v1/links/get: linked, but not complete");
        }
        if (!phone.get().equals(attempt.customer().phone().international())) {
            return new BindOutcome.Refused(
                    Decline.of(Reason.NOT_THIS_ATTEMPT, "another phone's wallet was linked"));
        }
        String owner = attempt.customer().reference();
        String id = bindingId(attempt);
        Credential stored =
                credentials.putIfAbsent(id, Credential.of(Secret.of(link.get()), owner));
        return stored.owner().equals(Optional.of(owner))
                ? new BindOutcome.Bound(
                        new Binding(id, client.id(), attempt.wallet(), owner, call.now()))
                : new BindOutcome.Refused(
                        Decline.of(
                                Reason.BOUND_TO_ANOTHER_CUSTOMER,
                                "the link is stored for another customer"));
    }

    /** Made from the attempt, so that completing twice gives the same binding. Tells nothing. */
    private static String bindingId(BindAttempt attempt) {
        String text = attempt.wallet() + "\n" + attempt.reference() + "\n" + attempt.nonce();
        return "umpama-" + Digest.SHA_256.hex(text.getBytes(UTF_8)).substring(0, 40);
    }

    private static BindOutcome refused(Reason reason, UmpamaAnswer answer) {
        return new BindOutcome.Refused(new Decline(reason, answer.result(), ""));
    }

    /** What the customer granted; empty if it was given back already. */
    Optional<String> find(Binding binding) {
        Optional<Credential> stored = credentials.find(binding.id());
        if (stored.isPresent()
                && !stored.get().owner().equals(Optional.of(binding.customerReference()))) {
            throw new BindingUnusable(
                    client.id(), "", "what is stored belongs to another customer");
        }
        return stored.map(credential -> credential.value().reveal());
    }

    /**
     * The same where nothing can be done without it.
     *
     * @throws BindingUnusable before anything is sent
     */
    String require(Binding binding) {
        return find(binding)
                .orElseThrow(
                        () ->
                                new BindingUnusable(
                                        client.id(),
                                        "",
                                        "the credential of binding "
                                                + binding.id()
                                                + " is not stored; the customer must link again"));
    }
}
