package id.dompet.internal.operation;

import id.dompet.http.HttpFailure;
import id.dompet.internal.transport.SafeCause;
import id.dompet.model.DompetException;
import id.dompet.model.UnknownCause;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever a port did into an outcome or into "nothing happened", for every provider, also
 * for one with faults. This is the only place that decides between the two.
 */
public final class OutcomeGuard {
    private static final Logger LOG = LoggerFactory.getLogger(OutcomeGuard.class);

    private OutcomeGuard() {}

    /**
     * Which refusals a port may throw after the provider has answered the request that changes
     * state.
     */
    public enum Refusals {
        /**
         * Any documented one: at worst the provider began something that nobody will finish. For
         * bind and unbind.
         */
        ANY,
        /**
         * Only "your credentials are wrong", and only on HTTP 401 and 403: with money, whatever
         * else was answered is an outcome.
         */
        CREDENTIALS
    }

    /**
     * Runs a port that may change something at the provider.
     *
     * @param unknown makes the operation's own UNKNOWN
     * @throws DompetException only if nothing happened
     */
    public static <T> T change(
            HttpCall call,
            Refusals refusals,
            Supplier<? extends @Nullable T> port,
            BiFunction<UnknownCause, String, T> unknown) {
        try {
            @Nullable T result = port.get();
            call.end();
            if (result != null) {
                return result;
            }
            return fault(call, "the provider module returned nothing", null, unknown);
        } catch (HttpFailure e) {
            call.end();
            if (call.mayHaveChangedState()) {
                return unknown.apply(UnknownCause.NO_ANSWER, message(e));
            }
            throw new DompetException.Unavailable(call.provider(), message(e), e);
        } catch (DompetException e) {
            call.end();
            if (!call.mayHaveChangedState() || isDefinite(call, refusals, e)) {
                throw e;
            }
            return fault(call, "the provider module threw after sending", e, unknown);
        } catch (Throwable e) {
            // Throwable, because other languages and generated code throw what Java would not let
            // them: whatever it is, the charge may have left.
            call.end();
            keepInterrupt(e);
            if (e instanceof VirtualMachineError failure && !call.mayHaveChangedState()) {
                throw failure;
            }
            return fault(call, "the provider module failed", e, unknown);
        }
    }

    /**
     * Runs a port that changes nothing.
     *
     * @throws DompetException if there is no answer
     */
    public static <T> T question(HttpCall call, Supplier<? extends @Nullable T> port) {
        try {
            @Nullable T result = port.get();
            if (result != null) {
                return result;
            }
            throw new DompetException.ProviderFault(
                    call.provider(), "the provider module returned nothing", null);
        } catch (HttpFailure e) {
            throw new DompetException.Unavailable(call.provider(), message(e), e);
        } catch (DompetException e) {
            throw e;
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            keepInterrupt(e);
            throw new DompetException.ProviderFault(
                    call.provider(),
                    "the provider module failed: " + e.getClass().getName(),
                    SafeCause.of(e));
        } finally {
            call.end();
        }
    }

    private static void keepInterrupt(Throwable e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isDefinite(HttpCall call, Refusals refusals, DompetException e) {
        if (call.answerToChange().isEmpty()) {
            return false;
        }
        int status = call.answerToChange().getAsInt();
        return switch (refusals) {
            case ANY ->
                    status < 500
                            && (e instanceof DompetException.CredentialsRefused
                                    || e instanceof DompetException.InvalidRequest
                                    || e instanceof DompetException.Unsupported
                                    || e instanceof DompetException.BindingUnusable);
            case CREDENTIALS ->
                    e instanceof DompetException.CredentialsRefused
                            && (status == 401 || status == 403);
        };
    }

    private static <T> T fault(
            HttpCall call,
            String what,
            @Nullable Throwable cause,
            BiFunction<UnknownCause, String, T> unknown) {
        if (!call.mayHaveChangedState()) {
            throw new DompetException.ProviderFault(
                    call.provider(), what + " before anything was sent" + kind(cause), cause);
        }
        LOG.error(
                "{}: {} after the request had left; the outcome is UNKNOWN [{}]",
                call.provider(),
                what,
                call.correlationId(),
                cause == null ? null : SafeCause.of(cause));
        return unknown.apply(UnknownCause.PROVIDER_FAULT, what + kind(cause));
    }

    private static String kind(@Nullable Throwable cause) {
        return cause == null ? "" : ": " + cause.getClass().getName();
    }

    private static String message(Throwable e) {
        return String.valueOf(e.getMessage());
    }
}
