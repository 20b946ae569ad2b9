package id.dompet.testkit.conformance.defects;

import static id.dompet.testkit.conformance.defects.LinkFaults.complete;
import static id.dompet.testkit.conformance.defects.LinkFaults.completed;
import static id.dompet.testkit.conformance.defects.LinkFaults.refused;
import static id.dompet.testkit.conformance.defects.LinkFaults.start;

import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.Customer;
import id.dompet.model.Notification;
import id.dompet.spi.BindPort;
import id.dompet.spi.Call;
import id.dompet.spi.NotifyPort;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Faults: links that are begun, completed or ended wrongly. */
final class BindingDefects {
    private BindingDefects() {}

    static List<Defect> all() {
        List<Defect> all = new ArrayList<>();
        all.addAll(outcomes());
        all.addAll(BindingSafetyDefects.all());
        all.addAll(BindingFaultDefects.all());
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
}
