package id.dompet;

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
import id.dompet.spi.Capability;
import id.dompet.spi.TimeSource;
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

    BindOutcome complete(BindAttempt attempt, URI returnedTo) {
        Map<String, String> returned;
        try {
            returned = Parameters.ofReturn(returnedTo);
        } catch (Parameters.Unreadable e) {
            throw new DompetException.InvalidRequest(
                    attempt.provider(),
                    "the URL the browser came back to cannot be read: "
                            + e.getMessage()
                            + "; nothing was linked");
        }
        if (!carriesNonce(returnedTo, attempt.nonce())) {
            throw new DompetException.InvalidRequest(
                    attempt.provider(),
                    "the URL the browser came back to does not end in this attempt's nonce; look"
                            + " the attempt up by the last segment of the path, in the session of"
                            + " the customer who is logged in");
        }
        return complete(attempt, returned);
    }

    BindOutcome complete(BindAttempt attempt, Map<String, String> returned) {
        Providers.Instance at = providers.of(attempt.provider(), attempt.wallet(), Capability.BIND);
        if (time.now().isAfter(attempt.until())) {
            return new BindOutcome.Refused(
                    Decline.of(
                            Decline.Reason.CUSTOMER_TOO_LATE,
                            "the attempt ended at " + attempt.until() + "; start a new one"));
        }
        HttpCall call = at.calls().start(Operation.COMPLETE_BIND, timing.call());
        return OutcomeGuard.change(
                call,
                Refusals.ANY,
                () -> port(at.provider().bind()).complete(call, attempt, returned),
                BindOutcome.Unknown::new);
    }

    private static boolean carriesNonce(URI returnedTo, String nonce) {
        String path = returnedTo.getRawPath() == null ? "" : returnedTo.getRawPath();
        String last = path.substring(path.lastIndexOf('/') + 1);
        return MessageDigest.isEqual(
                last.getBytes(StandardCharsets.UTF_8), nonce.getBytes(StandardCharsets.UTF_8));
    }

    UnbindOutcome unbind(Binding binding) {
        Providers.Instance at = at(binding, Capability.UNBIND);
        HttpCall call = at.calls().start(Operation.UNBIND, timing.call());
        UnbindOutcome outcome =
                OutcomeGuard.change(
                        call,
                        Refusals.ANY,
                        () -> port(at.provider().unbind()).unbind(call, binding),
                        UnbindOutcome.Unknown::new);
        if (outcome instanceof UnbindOutcome.Unbound) {
            forget(at, binding);
        }
        return outcome;
    }

    private static void forget(Providers.Instance at, Binding binding) {
        try {
            at.credentials().forget(binding.id());
        } catch (RuntimeException e) {
            // The link has ended all the same; a credential that is left over opens nothing.
            LOG.warn("{}: the credential of {} could not be removed", at.id(), binding.id(), e);
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
