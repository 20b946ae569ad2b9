package id.dompet.testkit.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.Decline;
import id.dompet.model.Decline.Reason;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Secret;
import id.dompet.model.UnknownCause;
import id.dompet.sign.Digest;
import id.dompet.spi.BindPort;
import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.Credentials;
import id.dompet.spi.Pages;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Links wallets. The proof of a link is Contoh's own answer about the attempt; the browser's ticket
 * only helps Contoh to refuse one that came from elsewhere.
 */
final class ContohBind implements BindPort {
    private static final int ID_CHARACTERS = 40;
    private static final int MAX_TICKET = 100;

    private final ContohClient client;
    private final Credentials credentials;
    private final ContohAttempts attempts;
    private final Hooks hooks;

    ContohBind(ContohClient client, Credentials credentials, ContohAttempts attempts, Hooks hooks) {
        this.client = client;
        this.credentials = credentials;
        this.attempts = attempts;
        this.hooks = hooks;
    }

    @Override
    public BindOutcome start(Call call, BindAttempt attempt) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("attempt", attempt.reference());
        fields.put("wallet", attempt.wallet().code());
        fields.put("phone", attempt.customer().phone().international());
        fields.put("returnUrl", attempt.returnUrl().toString());
        Answer answer = client.ask(call, "/link", Effect.CHANGES_STATE, fields);
        if (!answer.code().equals("00")) {
            return new BindOutcome.Unknown(answer.cause(), answer.detail());
        }
        Optional<URI> page = answer.text("page").flatMap(Pages::safe);
        if (page.isEmpty()) {
            return new BindOutcome.Unknown(
                    UnknownCause.UNREADABLE_ANSWER,
                    "/link: success without a page that can be opened safely");
        }
        attempts.remember(attempt);
        return new BindOutcome.AwaitingCustomer(attempt, page.get());
    }

    @Override
    public BindOutcome complete(Call call, BindAttempt attempt, Map<String, String> returned) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("attempt", attempt.reference());
        Optional.ofNullable(returned.get("ticket"))
                .filter(ticket -> !ticket.isBlank() && ticket.length() <= MAX_TICKET)
                .ifPresent(ticket -> fields.put("ticket", ticket));
        Answer answer = client.ask(call, "/link/complete", Effect.NONE, fields);
        return switch (answer.code()) {
            case "00" -> linked(call, attempt, answer);
            case "10" -> new BindOutcome.Processing(attempt);
            case "11" -> refused(attempt, new Decline(Reason.CUSTOMER_CANCELLED, "11", ""));
            case "13" -> refused(attempt, new Decline(Reason.NOT_THIS_ATTEMPT, "13", ""));
            default -> new BindOutcome.Unknown(answer.cause(), answer.detail());
        };
    }

    private BindOutcome linked(Call call, BindAttempt attempt, Answer answer) {
        Optional<String> credential = answer.text("credential");
        Optional<PhoneNumber> phone = answer.text("phone").flatMap(ContohBind::phone);
        if (credential.isEmpty() || phone.isEmpty() || answer.text("attempt").isEmpty()) {
            return new BindOutcome.Unknown(
                    UnknownCause.UNREADABLE_ANSWER, "/link/complete: success, but not complete");
        }
        if (!answer.isAbout("attempt", attempt.reference())) {
            return new BindOutcome.Unknown(
                    UnknownCause.REFERENCE_DIFFERS, "/link/complete: about another attempt");
        }
        if (!phone.get().equals(attempt.customer().phone())) {
            return refused(
                    attempt,
                    Decline.of(Reason.NOT_THIS_ATTEMPT, "another phone's wallet was linked"));
        }
        String owner = attempt.customer().reference();
        Binding binding =
                new Binding(
                        hooks.bindingId(attempt, bindingId(attempt)),
                        client.id(),
                        attempt.wallet(),
                        owner,
                        call.now());
        Credential stored =
                credentials.putIfAbsent(
                        binding.id(), Credential.of(Secret.of(credential.get()), owner));
        if (!stored.owner().equals(Optional.of(owner))) {
            return refused(
                    attempt,
                    Decline.of(
                            Reason.BOUND_TO_ANOTHER_CUSTOMER,
                            "the link is stored for another customer"));
        }
        attempts.forget(attempt);
        return new BindOutcome.Bound(binding);
    }

    private BindOutcome refused(BindAttempt attempt, Decline decline) {
        attempts.forget(attempt);
        return new BindOutcome.Refused(decline);
    }

    /** Made from the attempt, so that completing twice gives the same binding. */
    private static String bindingId(BindAttempt attempt) {
        String text =
                String.join("\n", attempt.wallet().code(), attempt.reference(), attempt.nonce());
        return "contoh-" + Digest.SHA_256.hex(text.getBytes(UTF_8)).substring(0, ID_CHARACTERS);
    }

    private static Optional<PhoneNumber> phone(String text) {
        try {
            return Optional.of(PhoneNumber.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
