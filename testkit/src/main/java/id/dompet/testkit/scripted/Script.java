package id.dompet.testkit.scripted;

import id.dompet.model.DompetException;
import id.dompet.model.ProviderId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the provider does with one request of a kind: from the first that comes after the script was
 * asked for, one script for each request, in order. A script that is told nothing lets the request
 * succeed. Every method returns the script, and the last word counts.
 *
 * <p>The methods here make the request end in an exception: nothing happens at the provider.
 * Thread-safe.
 *
 * @param <S> the kind of script
 */
public abstract sealed class Script<S extends Script<S>>
        permits BindScript, PaymentScript, QuestionScript, RefundScript, UnbindScript {
    private @Nullable Function<ProviderId, ? extends RuntimeException> failure;

    Script() {}

    /** {@link DompetException.Unavailable}: the provider cannot be reached. */
    public S isUnavailable() {
        return fails(
                id -> new DompetException.Unavailable(id, "cannot be reached (scripted)", null));
    }

    /** {@link DompetException.RateLimited}, with the wait that the provider asks for. */
    public S isRateLimited(Duration retryAfter) {
        return fails(
                id ->
                        new DompetException.RateLimited(
                                id, "too many requests (scripted)", Optional.of(retryAfter)));
    }

    /** {@link DompetException.CredentialsRefused}: the merchant's own. */
    public S findsCredentialsWrong() {
        return fails(
                id ->
                        new DompetException.CredentialsRefused(
                                id, "401", "the merchant's credentials (scripted)"));
    }

    /** {@link DompetException.BindingUnusable}: the customer has to link again. */
    public S findsTheBindingUnusable() {
        return fails(
                id ->
                        new DompetException.BindingUnusable(
                                id, "unlinked", "the customer unlinked elsewhere (scripted)"));
    }

    /** {@link DompetException.InvalidRequest}, with this reason. */
    public S findsTheRequestInvalid(String why) {
        return fails(id -> new DompetException.InvalidRequest(id, "invalid", why));
    }

    /** {@link DompetException.ProviderFault}: the provider module has a bug. */
    public S meetsABug() {
        return fails(id -> new IllegalStateException("a bug of the module (scripted)"));
    }

    private synchronized S fails(Function<ProviderId, ? extends RuntimeException> how) {
        failure = how;
        return self();
    }

    /** For subclasses: takes back that the request fails. */
    final synchronized S succeeds() {
        failure = null;
        return self();
    }

    /** Throws, if the test said so. */
    final void mayFail(ProviderId id) {
        Function<ProviderId, ? extends RuntimeException> how;
        synchronized (this) {
            how = failure;
        }
        if (how != null) {
            throw how.apply(id);
        }
    }

    abstract S self();
}
