package id.dompet.testkit.scripted;

import id.dompet.model.UnknownCause;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one request to end a link goes. Told nothing, the link ends. */
public final class UnbindScript extends Script<UnbindScript> {
    private @Nullable UnknownCause lost;
    private boolean arrives = true;

    /** What was told, at the moment it is played. */
    record Told(boolean arrives, Optional<UnknownCause> lost) {}

    UnbindScript() {}

    /** UNKNOWN, NO_ANSWER, though the link has ended. */
    public UnbindScript answerIsLost() {
        return answerIsLost(UnknownCause.NO_ANSWER);
    }

    /** UNKNOWN, for this cause, though the link has ended. */
    public synchronized UnbindScript answerIsLost(UnknownCause cause) {
        lost = cause;
        return succeeds();
    }

    /** UNKNOWN, and the link has not ended. */
    public synchronized UnbindScript neverArrives() {
        arrives = false;
        return answerIsLost();
    }

    synchronized Told told() {
        return new Told(arrives, Optional.ofNullable(lost));
    }

    @Override
    UnbindScript self() {
        return this;
    }
}
