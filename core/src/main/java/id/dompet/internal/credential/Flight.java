package id.dompet.internal.credential;

import id.dompet.model.DompetException;
import id.dompet.model.ProviderId;
import id.dompet.spi.CredentialStore.Credential;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One renewal that several callers may wait for. Whoever takes it runs it. Thread-safe. */
final class Flight {
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<Result> landed = new CompletableFuture<>();

    /**
     * How it ended.
     *
     * @param credential the new one, if there is one
     * @param failure for everybody, or only for the thread that ran it
     * @param own whose failure it is; null for everybody's
     */
    private record Result(
            @Nullable Credential credential,
            @Nullable RuntimeException failure,
            @Nullable Thread own) {}

    /** Whether the caller is the one to run it. */
    boolean take() {
        return taken.compareAndSet(false, true);
    }

    void succeed(Credential credential) {
        landed.complete(new Result(credential, null, null));
    }

    void fail(RuntimeException failure, boolean own) {
        landed.complete(new Result(null, failure, own ? Thread.currentThread() : null));
    }

    /** Never ran, or ended in a way that says nothing to the others. */
    void giveUp() {
        landed.complete(new Result(null, null, null));
    }

    /**
     * Waits for the end.
     *
     * @return the new credential; null if there is none and the caller should take its turn
     */
    @Nullable Credential await(Duration atMost, ProviderId provider) {
        Result result;
        try {
            result = landed.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DompetException.Unavailable(
                    provider, "interrupted while waiting for a token", e);
        } catch (TimeoutException e) {
            throw new DompetException.Unavailable(provider, "no token could be had in time", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a renewal never ends this way", e);
        }
        boolean mine = result.own() == null || result.own() == Thread.currentThread();
        if (result.failure() != null && mine) {
            throw result.failure();
        }
        return result.credential();
    }
}
