package id.dompet.internal.transport;

import id.dompet.http.HttpResponse;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * One call from beginning to end: how far it has got, whether its bytes have begun to leave for the
 * provider, and how it is ended from outside. Belongs to the calling thread; {@link #end} may come
 * from any other.
 */
final class Exchange {
    private static final String ATTRIBUTE = "dompet.exchange";

    /** How far a call has got. */
    enum Stage {
        WAITING,
        RESOLVING,
        CONNECTING,
        SECURING,
        TUNNELLING,
        EXCHANGING
    }

    /** Why a call was ended from outside. */
    enum Ending {
        DEADLINE,
        CLOSED
    }

    private final Object givingBack = new Object();
    private final HttpUriRequestBase request;
    private final Deadline deadline;
    private final Duration allowed;
    private volatile Stage stage = Stage.WAITING;
    private volatile boolean claimed;
    private volatile boolean sending;
    private volatile @Nullable Ending ending;
    private @Nullable Runnable interruption;
    private @Nullable HttpResponse answer;

    Exchange(HttpUriRequestBase request, Deadline deadline, Duration allowed) {
        this.request = request;
        this.deadline = deadline;
        this.allowed = allowed;
    }

    static Exchange of(HttpContext context) {
        if (context.getAttribute(ATTRIBUTE) instanceof Exchange exchange) {
            return exchange;
        }
        throw new IllegalStateException("this connection is used outside of a call");
    }

    void attachTo(HttpContext context) {
        context.setAttribute(ATTRIBUTE, this);
    }

    /** Goes on to the next stage, unless the call is over. */
    void enter(Stage next) throws InterruptedIOException {
        stage = next;
        if (isOver()) {
            throw new InterruptedIOException("The call is over");
        }
    }

    /**
     * Takes the one right to send. A second attempt is a fault in this library or below it, and is
     * stopped here whatever its reason was.
     */
    void claimSending() throws InterruptedIOException {
        enter(Stage.EXCHANGING);
        if (claimed) {
            throw new IllegalStateException("a request must not be sent twice");
        }
        claimed = true;
    }

    /** The first byte is about to be handed to the connection to the provider. */
    void sendingBegins() {
        sending = true;
    }

    /** Whether a byte of the request may have left. */
    boolean mayHaveLeft() {
        return sending;
    }

    /** The whole answer has been read. */
    void answered(HttpResponse complete) {
        answer = complete;
    }

    /** The whole answer, if it has been read. */
    Optional<HttpResponse> answer() {
        return Optional.ofNullable(answer);
    }

    /**
     * Names what has to be done so that a call in this stage comes back at once when it is ended;
     * done immediately if it has been ended already.
     */
    void interruptWith(Runnable action) {
        boolean late;
        synchronized (this) {
            interruption = action;
            late = ending != null;
        }
        if (late) {
            action.run();
        }
    }

    /** From here on HttpClient itself knows how to interrupt the call. */
    synchronized void interruptByCancelling() {
        interruption = null;
    }

    /** Ends the call, whatever it is doing. The first reason stays. */
    void end(Ending reason) {
        if (condemn(reason)) {
            interrupt();
        }
    }

    /** The call goes on to no further stage; whether this was the first to say so. */
    synchronized boolean condemn(Ending reason) {
        if (ending != null) {
            return false;
        }
        ending = reason;
        return true;
    }

    /** Makes a condemned call come back at once from what it waits for. */
    void interrupt() {
        Runnable action;
        synchronized (this) {
            action = interruption;
        }
        synchronized (givingBack) {
            if (action != null) {
                action.run();
            }
            request.cancel();
        }
    }

    /**
     * Gives back whatever the call still holds, without effect on what was given back before; waits
     * for another thread that is just doing it, so that afterwards the call holds nothing.
     */
    void release() {
        synchronized (givingBack) {
            request.cancel();
        }
    }

    boolean isOver() {
        return ending != null || deadline.isOver();
    }

    /** What is left, at least a millisecond: zero would mean for ever to a socket. */
    int remainingMillis(Duration atMost) {
        Duration left = deadline.remaining();
        long millis = (left.compareTo(atMost) < 0 ? left : atMost).plusNanos(999_999).toMillis();
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, millis));
    }

    int remainingMillis() {
        return remainingMillis(Duration.ofMillis(Integer.MAX_VALUE));
    }

    Duration remaining() {
        return deadline.remaining();
    }

    Duration allowed() {
        return allowed;
    }

    Stage stage() {
        return stage;
    }

    Optional<Ending> ending() {
        Ending reason = ending;
        if (reason == null && deadline.isOver()) {
            reason = Ending.DEADLINE;
        }
        return Optional.ofNullable(reason);
    }
}
