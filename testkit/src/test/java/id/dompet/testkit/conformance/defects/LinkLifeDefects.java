package id.dompet.testkit.conformance.defects;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.Body;
import id.dompet.http.HttpRequest;
import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.UnbindOutcome;
import id.dompet.model.Wallet;
import id.dompet.sign.Digest;
import id.dompet.spi.BindPort;
import id.dompet.spi.Capability;
import id.dompet.spi.ProviderProfile;
import id.dompet.spi.StatusPolling;
import id.dompet.spi.UnbindPort;
import id.dompet.spi.WalletSupport;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Faults: links that are taken for another of the same customer, or for an earlier one. */
final class LinkLifeDefects {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LinkLifeDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "BND-23",
                        "linking again keeps the credential of the link that has ended",
                        new OneIdForEver(),
                        "linked again",
                        "the new link"),
                Defect.of(
                        "BND-23",
                        "two wallets of one customer share a token",
                        new SharedToken(),
                        "two wallets of one customer"),
                Defect.of(
                        "BND-23",
                        "unlinking one wallet forgets the customer",
                        new ForgetsTheCustomer(),
                        "two wallets of one customer",
                        "still"),
                Defect.of(
                        "BND-04",
                        "who completes at the same time is refused",
                        new OneCompletion(),
                        "at once"),
                Defect.of(
                        "BND-21",
                        "a ticket that is wrong ends the attempt for good",
                        wrongTicketEnds(),
                        "after a stranger's"),
                Defect.of(
                        "BND-22",
                        "the address for customers who say no lacks the nonce",
                        beginning(
                                fields ->
                                        fields.put("failureUrl", "https://shop.example/cancelled")),
                        "its nonce"),
                Defect.of(
                        "WIRE-04",
                        "a binding is dated by the machine's clock",
                        LinkFaults.completed(
                                outcome ->
                                        outcome instanceof BindOutcome.Bound bound
                                                ? new BindOutcome.Bound(
                                                        dated(bound.binding(), Instant.EPOCH))
                                                : outcome),
                        "bound at about"));
    }

    private static Hooks wrongTicketEnds() {
        Set<String> over = ConcurrentHashMap.newKeySet();
        return LinkFaults.complete(
                (genuine, parts, call, attempt, returned) -> {
                    BindOutcome outcome = genuine.complete(call, attempt, returned);
                    if (outcome instanceof BindOutcome.Refused refused
                            && refused.decline().providerCode().equals("13")) {
                        boolean unused = over.add(attempt.reference());
                    }
                    return over.contains(attempt.reference()) ? LinkFaults.refused() : outcome;
                });
    }

    private static Binding dated(Binding binding, Instant at) {
        return new Binding(
                binding.id(),
                binding.provider(),
                binding.wallet(),
                binding.customerReference(),
                at);
    }

    private interface Change {
        Object to(ObjectNode fields);
    }

    /** Another request to begin a link. */
    private static Hooks beginning(Change change) {
        return new Hooks() {
            @Override
            public HttpRequest unsigned(HttpRequest genuine) {
                return genuine.uri().getPath().equals("/link") ? changed(genuine, change) : genuine;
            }
        };
    }

    private static HttpRequest changed(HttpRequest genuine, Change change) {
        try {
            ObjectNode fields = (ObjectNode) JSON.readTree(genuine.body().text());
            Object unused = change.to(fields);
            return new HttpRequest(
                    genuine.method(),
                    genuine.uri(),
                    genuine.headers(),
                    Body.utf8(fields.toString()),
                    genuine.effect());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The binding is named after its customer, so whatever was stored first stays. */
    private static final class OneIdForEver extends Hooks {
        @Override
        public String bindingId(BindAttempt attempt, String genuine) {
            String who = attempt.wallet().code() + "\n" + attempt.customer().reference();
            return "contoh-" + Digest.SHA_256.hex(who.getBytes(UTF_8)).substring(0, 40);
        }
    }

    /** DANA can be linked, too, which Contoh's provider knows as well. */
    static class TwoWallets extends Hooks {
        @Override
        public ProviderProfile profile(ProviderProfile genuine) {
            StatusPolling pace = genuine.support(Wallet.OVO).orElseThrow().statusPolling();
            Set<Capability> more =
                    EnumSet.of(
                            Capability.BIND,
                            Capability.UNBIND,
                            Capability.BALANCE,
                            Capability.PAY_LINKED);
            return new ProviderProfile(
                    genuine.displayName(),
                    Map.of(
                            Wallet.OVO,
                            genuine.support(Wallet.OVO).orElseThrow(),
                            Wallet.DANA,
                            new WalletSupport(more, pace)));
        }
    }

    /** A customer's token is kept under the customer's name. */
    private static final class SharedToken extends TwoWallets {
        @Override
        public String customerSubject(Binding binding, String genuine) {
            return "customer-" + binding.customerReference();
        }
    }

    /** Who has unlinked one wallet is a stranger for all of them. */
    private static final class ForgetsTheCustomer extends TwoWallets {
        private final Map<String, String> bindings = new ConcurrentHashMap<>();

        @Override
        public String bindingId(BindAttempt attempt, String genuine) {
            String key = attempt.customer().reference() + attempt.wallet();
            String unused = bindings.put(key, genuine);
            return genuine;
        }

        @Override
        public UnbindPort unbind(UnbindPort genuine, Parts parts) {
            return (call, binding) -> {
                UnbindOutcome outcome = genuine.unbind(call, binding);
                if (outcome instanceof UnbindOutcome.Unbound) {
                    bindings.forEach(
                            (key, id) -> {
                                if (key.startsWith(binding.customerReference())) {
                                    parts.credentials().forget(id);
                                }
                            });
                }
                return outcome;
            };
        }
    }

    /** Takes a second completion that comes while the first one is under way for a forgery. */
    private static final class OneCompletion extends Hooks {
        private final Set<String> underWay = ConcurrentHashMap.newKeySet();
        private final Map<String, CountDownLatch> seconds = new ConcurrentHashMap<>();

        @Override
        public BindPort bind(BindPort genuine, Parts parts) {
            return LinkFaults.completing(
                    genuine,
                    parts,
                    (port, its, call, attempt, returned) -> {
                        CountDownLatch second =
                                seconds.computeIfAbsent(
                                        attempt.reference(), unused -> new CountDownLatch(1));
                        if (!underWay.add(attempt.reference())) {
                            second.countDown();
                            return LinkFaults.refused();
                        }
                        try {
                            BindOutcome outcome = port.complete(call, attempt, returned);
                            boolean unused = second.await(20, TimeUnit.MILLISECONDS);
                            return outcome;
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                            throw new IllegalStateException(e);
                        } finally {
                            boolean unused = underWay.remove(attempt.reference());
                        }
                    });
        }
    }
}
