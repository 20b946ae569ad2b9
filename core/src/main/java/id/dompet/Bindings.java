package id.dompet;

import static id.dompet.Providers.existing;
import static id.dompet.Providers.port;

import id.dompet.http.Parameters;
import id.dompet.internal.config.CheckedConfig.Timing;
import id.dompet.internal.operation.HttpCall;
import id.dompet.internal.operation.Operation;
import id.dompet.internal.operation.OutcomeGuard;
import id.dompet.internal.operation.OutcomeGuard.Refusals;
import id.dompet.model.Balance;
import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.Decline;
import id.dompet.model.DompetException;
import id.dompet.model.TopUpInstruction;
import id.dompet.model.UnbindOutcome;
import id.dompet.spi.BindPort;
import id.dompet.spi.Capability;
import id.dompet.spi.TimeSource;
import id.dompet.spi.UnbindPort;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Links wallets, ends links, and asks about linked wallets. Thread-safe. */
final class Bindings {
    private static final Logger LOG = LoggerFactory.getLogger(Bindings.class);

    private final Providers providers;
    private final Timing timing;
    private final TimeSource time;
    private final Supplier<String> ids;

    Bindings(Providers providers, Timing timing, TimeSource time, Supplier<String> ids) {
        this.providers = providers;
        this.timing = timing;
        this.time = time;
        this.ids = ids;
    }

    BindOutcome bind(BindRequest request) {
        Providers.Instance to = providers.route(request.wallet(), Capability.BIND);
        BindAttempt attempt = attempt(to, request);
        HttpCall call = to.calls().start(Operation.BIND, timing.call());
        return OutcomeGuard.change(
                call,
                Refusals.ANY,
                () -> port(to.provider().bind()).start(call, attempt),
                BindOutcome.Unknown::new);
    }

    private BindAttempt attempt(Providers.Instance to, BindRequest request) {
        String nonce = ids.get();
        Instant now = time.now();
        return new BindAttempt(
                request.reference(),
                to.id(),
                request.wallet(),
                request.customer(),
                nonce,
                below(request.returnUrl(), nonce),
                request.failureUrl().map(url -> below(url, nonce)),
                now,
                now.plus(timing.bindWindow()));
    }

    private static URI below(URI url, String segment) {
        String text = url.toString();
        return URI.create(text.endsWith("/") ? text + segment : text + "/" + segment);
    }

    BindOutcome complete(BindAttempt attempt, String returnedTo) {
        Map<String, String> returned;
        try {
            returned = Parameters.ofReturn(returnedTo);
        } catch (Parameters.Unreadable e) {
            throw new DompetException.InvalidRequest(
                    attempt.provider(),
                    "the address the browser came back to cannot be read: "
                            + e.getMessage()
                            + "; nothing was linked");
        }
        if (!carriesNonce(returnedTo, attempt.nonce())) {
            throw new DompetException.InvalidRequest(
                    attempt.provider(),
                    "the address the browser came back to does not end in this attempt's nonce;"
                            + " look the attempt up by the last segment of the path, in the session"
                            + " of the customer who is logged in");
        }
        if (time.now().isAfter(attempt.until())) {
            return new BindOutcome.Refused(
                    Decline.of(
                            Decline.Reason.CUSTOMER_TOO_LATE,
                            "the attempt ended at " + attempt.until() + "; start a new one"));
        }
        return complete(attempt, returned);
    }

    /** Also after the attempt's end: providers repeat notifications for hours. */
    BindOutcome completeByNotification(BindAttempt attempt) {
        return complete(attempt, Map.of());
    }

    private BindOutcome complete(BindAttempt attempt, Map<String, String> returned) {
        Providers.Instance at = providers.of(attempt.provider());
        BindPort port = existing(at, at.provider().bind(), "link wallets");
        HttpCall call = at.calls().start(Operation.COMPLETE_BIND, timing.call());
        BindOutcome outcome =
                OutcomeGuard.change(
                        call,
                        Refusals.ANY,
                        () -> port.complete(call, attempt, returned),
                        BindOutcome.Unknown::new);
        if (outcome instanceof BindOutcome.Bound || outcome instanceof BindOutcome.Refused) {
            forget(at, attempt.nonce());
        }
        return outcome;
    }

    private static boolean carriesNonce(String returnedTo, String nonce) {
        String path = returnedTo.split("[?#]", 2)[0];
        if (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        return MessageDigest.isEqual(
                last.getBytes(StandardCharsets.UTF_8), nonce.getBytes(StandardCharsets.UTF_8));
    }

    UnbindOutcome unbind(Binding binding) {
        Providers.Instance at = providers.of(binding.provider());
        UnbindPort port = existing(at, at.provider().unbind(), "end links");
        HttpCall call = at.calls().start(Operation.UNBIND, timing.call());
        UnbindOutcome outcome =
                OutcomeGuard.change(
                        call,
                        Refusals.ANY,
                        () -> port.unbind(call, binding),
                        UnbindOutcome.Unknown::new);
        if (outcome instanceof UnbindOutcome.Unbound) {
            forget(at, binding.id());
        }
        return outcome;
    }

    private static void forget(Providers.Instance at, String subject) {
        try {
            at.credentials().forget(subject);
        } catch (RuntimeException e) {
            // The link is what it is all the same; a credential that is left over opens nothing.
            LOG.warn("{}: a credential could not be removed: {}", at.id(), e.getMessage());
        }
    }

    Balance balance(Binding binding) {
        Providers.Instance at = at(binding, Capability.BALANCE);
        return at.questions()
                .ask(
                        Operation.BALANCE,
                        call -> port(at.provider().balance()).balance(call, binding));
    }

    List<TopUpInstruction> topUpInstructions(Binding binding) {
        Providers.Instance at = at(binding, Capability.TOP_UP_INSTRUCTIONS);
        return at.questions()
                .ask(
                        Operation.TOP_UP_INSTRUCTIONS,
                        call -> port(at.provider().topUp()).topUpInstructions(call, binding));
    }

    private Providers.Instance at(Binding binding, Capability capability) {
        return providers.of(binding.provider(), binding.wallet(), capability);
    }
}
