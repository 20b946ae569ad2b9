package id.dompet.testkit.conformance.defects;

import static id.dompet.testkit.conformance.defects.LinkFaults.complete;
import static id.dompet.testkit.conformance.defects.LinkFaults.refused;

import id.dompet.http.Body;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.Secret;
import id.dompet.spi.BindPort;
import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.UnbindPort;
import id.dompet.testkit.conformance.defects.LinkFaults.LastAnswer;
import id.dompet.testkit.reference.Answer;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Faults: links that strangers, browsers and answers can bend. */
final class BindingSafetyDefects {
    private BindingSafetyDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "BND-05",
                        "the browser says which attempt it is about",
                        complete(BindingSafetyDefects::asTheBrowserSays),
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
                        "BND-22",
                        "browsers come back without the nonce",
                        new Hooks() {
                            @Override
                            public HttpRequest unsigned(HttpRequest genuine) {
                                String body =
                                        genuine.body()
                                                .text()
                                                .replaceAll("(/return)/[a-z2-7]{26}", "$1");
                                return new HttpRequest(
                                        genuine.method(),
                                        genuine.uri(),
                                        genuine.headers(),
                                        genuine.uri().getPath().equals("/link")
                                                ? Body.utf8(body)
                                                : genuine.body(),
                                        genuine.effect());
                            }
                        },
                        "the browser comes back to the attempt's return URL"),
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
