package id.dompet.testkit.conformance;

import static id.dompet.testkit.conformance.LinkFaults.complete;
import static id.dompet.testkit.conformance.LinkFaults.completed;
import static id.dompet.testkit.conformance.LinkFaults.refused;
import static id.dompet.testkit.conformance.LinkFaults.start;

import id.dompet.http.HttpFailure;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Notification;
import id.dompet.model.Secret;
import id.dompet.model.UnknownCause;
import id.dompet.spi.BindPort;
import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.NotifyPort;
import id.dompet.spi.UnbindPort;
import id.dompet.testkit.conformance.LinkFaults.LastAnswer;
import id.dompet.testkit.reference.Answer;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Faults: links that are begun, completed or ended wrongly. */
final class BindingDefects {
    private BindingDefects() {}

    static List<Defect> all() {
        List<Defect> all = new ArrayList<>();
        all.addAll(outcomes());
        all.addAll(strangers());
        all.addAll(faults());
        all.addAll(UnbindDefects.all());
        return all;
    }

    private static List<Defect> outcomes() {
        return List.of(
                Defect.of(
                        "BND-01",
                        "the attempt is remade, and a part of the customer is lost",
                        start(
                                (genuine, parts, call, attempt) -> {
                                    BindOutcome outcome = genuine.start(call, attempt);
                                    return outcome instanceof BindOutcome.AwaitingCustomer awaiting
                                            ? new BindOutcome.AwaitingCustomer(
                                                    remade(attempt), awaiting.action())
                                            : outcome;
                                }),
                        "the attempt is the one that core made"),
                Defect.of(
                        "BND-02",
                        "a customer who said no is waited for",
                        complete(
                                (genuine, parts, call, attempt, returned) -> {
                                    BindOutcome outcome = genuine.complete(call, attempt, returned);
                                    return outcome instanceof BindOutcome.Refused
                                            ? new BindOutcome.Processing(attempt)
                                            : outcome;
                                }),
                        "declined by the customer",
                        "REFUSED"),
                Defect.of(
                        "BND-03",
                        "a customer who has not finished yet is refused",
                        completed(
                                outcome ->
                                        outcome instanceof BindOutcome.Processing
                                                ? refused()
                                                : outcome),
                        "before the customer finished",
                        "PROCESSING"),
                Defect.of(
                        "BND-04",
                        "every completion makes a new binding",
                        new Hooks() {
                            @Override
                            public String bindingId(BindAttempt attempt, String genuine) {
                                return "contoh-" + UUID.randomUUID();
                            }
                        },
                        "once more",
                        "the same binding"),
                Defect.of(
                        "BND-06",
                        "a notification about a link names the attempt as the customer",
                        new WrongOwner(),
                        "the merchant is told once"),
                Defect.of(
                        "BND-06",
                        "without the browser's ticket a link cannot be completed",
                        complete(
                                (genuine, parts, call, attempt, returned) ->
                                        returned.isEmpty()
                                                ? new BindOutcome.Processing(attempt)
                                                : genuine.complete(call, attempt, returned)),
                        "completed without the browser",
                        "BOUND"),
                Defect.of(
                        "BND-07", "a customer can link once only", new OnceOnly(), "linking again"),
                Defect.of(
                        "BND-14",
                        "attempts are kept in the memory of one process",
                        new InMemory(),
                        "in another process"));
    }

    private static BindAttempt remade(BindAttempt attempt) {
        Customer customer = attempt.customer();
        return new BindAttempt(
                attempt.reference(),
                attempt.provider(),
                attempt.wallet(),
                Customer.of(
                        customer.reference(), customer.name(), customer.email(), customer.phone()),
                attempt.nonce(),
                attempt.returnUrl(),
                attempt.failureUrl(),
                attempt.startedAt(),
                attempt.until());
    }

    private static List<Defect> strangers() {
        return List.of(
                Defect.of(
                        "BND-05",
                        "the browser says which attempt it is about",
                        complete(BindingDefects::asTheBrowserSays),
                        "another customer's return parameters",
                        "nothing is linked"),
                Defect.of(
                        "BND-08",
                        "the credential is the name under which something is stored",
                        new StoredByCredential(),
                        "a subject of the store"),
                Defect.of(
                        "BND-09",
                        "whatever stands in the answer is a page",
                        new AnyPage(),
                        "javascript:",
                        "the customer is not sent there"),
                Defect.of(
                        "BND-21",
                        "return parameters have to be short",
                        complete(
                                (genuine, parts, call, attempt, returned) -> {
                                    if (returned.values().stream()
                                            .anyMatch(v -> v.length() > 999)) {
                                        throw new IllegalStateException("too long");
                                    }
                                    return genuine.complete(call, attempt, returned);
                                }),
                        "nonsense",
                        "ProviderFault"));
    }

    private static BindOutcome asTheBrowserSays(
            BindPort genuine,
            Parts parts,
            Call call,
            BindAttempt attempt,
            Map<String, String> returned) {
        String claimed = returned.getOrDefault("attempt", attempt.reference());
        if (claimed.equals(attempt.reference()) || claimed.length() > 32) {
            return genuine.complete(call, attempt, returned);
        }
        Map<String, String> fields = new LinkedHashMap<>(Map.of("attempt", claimed));
        Optional.ofNullable(returned.get("ticket")).ifPresent(t -> fields.put("ticket", t));
        Answer answer = parts.client().ask(call, "/link/complete", Effect.NONE, fields);
        Optional<String> credential = answer.text("credential");
        if (!answer.code().equals("00") || credential.isEmpty()) {
            return refused();
        }
        String owner = attempt.customer().reference();
        String id = "contoh-" + attempt.nonce();
        parts.credentials().put(id, Credential.of(Secret.of(credential.get()), owner));
        return new BindOutcome.Bound(
                new Binding(id, parts.client().id(), attempt.wallet(), owner, call.now()));
    }

    private static List<Defect> faults() {
        return List.of(
                Defect.of(
                        "BND-10",
                        "what was never sent is UNKNOWN",
                        start(
                                (genuine, parts, call, attempt) -> {
                                    try {
                                        return genuine.start(call, attempt);
                                    } catch (HttpFailure.NotSent e) {
                                        return new BindOutcome.Unknown(
                                                UnknownCause.NO_ANSWER, "not sent");
                                    }
                                }),
                        "when nobody listens",
                        "Unavailable"),
                Defect.of(
                        "BND-11",
                        "a time-out is a refusal",
                        start(
                                (genuine, parts, call, attempt) -> {
                                    try {
                                        return genuine.start(call, attempt);
                                    } catch (HttpFailure.NoAnswer e) {
                                        return refused();
                                    }
                                }),
                        "BIND OVO when the connection is reset",
                        "UNKNOWN"),
                Defect.of(
                        "BND-12",
                        "everything but success is a refusal",
                        start(
                                (genuine, parts, call, attempt) -> {
                                    BindOutcome outcome = genuine.start(call, attempt);
                                    return outcome instanceof BindOutcome.Unknown
                                            ? refused()
                                            : outcome;
                                }),
                        "BIND OVO when HTTP 500",
                        "UNKNOWN"),
                Defect.of(
                        "BND-12",
                        "a code that nobody knows is a refusal",
                        start(
                                (genuine, parts, call, attempt) -> {
                                    BindOutcome outcome = genuine.start(call, attempt);
                                    return outcome instanceof BindOutcome.Unknown unknown
                                                    && unknown.cause()
                                                            == UnknownCause.UNRECOGNISED_CODE
                                            ? refused()
                                            : outcome;
                                }),
                        "undocumented",
                        "UNKNOWN"),
                Defect.of(
                        "BND-13",
                        "a completion that fails refuses the link",
                        complete(
                                (genuine, parts, call, attempt, returned) -> {
                                    try {
                                        BindOutcome outcome =
                                                genuine.complete(call, attempt, returned);
                                        return outcome instanceof BindOutcome.Unknown
                                                ? refused()
                                                : outcome;
                                    } catch (HttpFailure e) {
                                        return refused();
                                    }
                                }),
                        "COMPLETE_BIND OVO when",
                        "REFUSED"),
                Defect.of(
                        "BND-13",
                        "an error page links the wallet",
                        complete(
                                (genuine, parts, call, attempt, returned) -> {
                                    BindOutcome outcome = genuine.complete(call, attempt, returned);
                                    return outcome instanceof BindOutcome.Unknown unknown
                                                    && unknown.cause() == UnknownCause.SERVER_ERROR
                                            ? new BindOutcome.Bound(
                                                    new Binding(
                                                            "contoh-" + attempt.nonce(),
                                                            parts.client().id(),
                                                            attempt.wallet(),
                                                            attempt.customer().reference(),
                                                            call.now()))
                                            : outcome;
                                }),
                        "COMPLETE_BIND OVO when HTTP 500"));
    }

    private static final class WrongOwner extends Hooks {
        @Override
        public NotifyPort notifications(NotifyPort genuine, Parts parts) {
            return (call, inbound) -> {
                Notification said = genuine.open(call, inbound);
                if (said instanceof Notification.Verified verified
                        && verified.event() instanceof Notification.Event.BindFinished finished) {
                    return new Notification.Verified(
                            new Notification.Event.BindFinished(
                                    finished.provider(),
                                    finished.id(),
                                    finished.wallet(),
                                    finished.attemptReference().orElseThrow(),
                                    finished.attemptReference()),
                            verified.accept(),
                            verified.retryLater(),
                            verified.fields());
                }
                return said;
            };
        }
    }

    private static final class OnceOnly extends Hooks {
        @Override
        public BindPort bind(BindPort genuine, Parts parts) {
            Map<String, String> linked = new ConcurrentHashMap<>();
            return LinkFaults.completing(
                    genuine,
                    parts,
                    (port, unused, call, attempt, returned) -> {
                        BindOutcome outcome = port.complete(call, attempt, returned);
                        String first =
                                outcome instanceof BindOutcome.Bound
                                        ? linked.computeIfAbsent(
                                                attempt.customer().reference(),
                                                customer -> attempt.reference())
                                        : attempt.reference();
                        return first.equals(attempt.reference()) ? outcome : refused();
                    });
        }
    }

    private static final class InMemory extends Hooks {
        @Override
        public BindPort bind(BindPort genuine, Parts parts) {
            Set<String> begun = ConcurrentHashMap.newKeySet();
            return new BindPort() {
                @Override
                public BindOutcome start(Call call, BindAttempt attempt) {
                    begun.add(attempt.nonce());
                    return genuine.start(call, attempt);
                }

                @Override
                public BindOutcome complete(
                        Call call, BindAttempt attempt, Map<String, String> returned) {
                    return begun.contains(attempt.nonce())
                            ? genuine.complete(call, attempt, returned)
                            : refused();
                }
            };
        }
    }

    private static final class StoredByCredential extends Hooks {
        @Override
        public BindPort bind(BindPort genuine, Parts parts) {
            return LinkFaults.completing(
                    genuine,
                    parts,
                    (port, unused, call, attempt, returned) -> {
                        BindOutcome outcome = port.complete(call, attempt, returned);
                        if (outcome instanceof BindOutcome.Bound bound) {
                            Credential stored =
                                    parts.credentials().find(bound.binding().id()).orElseThrow();
                            parts.credentials()
                                    .put("of-" + stored.value().reveal(), pointer(bound.binding()));
                        }
                        return outcome;
                    });
        }

        private static Credential pointer(Binding binding) {
            return Credential.of(Secret.of(binding.id()), binding.customerReference());
        }

        @Override
        public UnbindPort unbind(UnbindPort genuine, Parts parts) {
            return (call, binding) -> {
                Optional<Credential> stored = parts.credentials().find(binding.id());
                var outcome = genuine.unbind(call, binding);
                stored.ifPresent(c -> parts.credentials().forget("of-" + c.value().reveal()));
                return outcome;
            };
        }
    }

    private static final class AnyPage extends LastAnswer {
        AnyPage() {
            super("/link");
        }

        @Override
        public BindPort bind(BindPort genuine, Parts parts) {
            return new BindPort() {
                @Override
                public BindOutcome start(Call call, BindAttempt attempt) {
                    BindOutcome outcome = genuine.start(call, attempt);
                    Optional<String> page = success().flatMap(fields -> fields.text("page"));
                    return outcome instanceof BindOutcome.Unknown && page.isPresent()
                            ? new BindOutcome.AwaitingCustomer(attempt, URI.create(page.get()))
                            : outcome;
                }

                @Override
                public BindOutcome complete(
                        Call call, BindAttempt attempt, Map<String, String> returned) {
                    return genuine.complete(call, attempt, returned);
                }
            };
        }
    }
}
