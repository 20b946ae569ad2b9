package id.dompet.internal.operation;

import id.dompet.internal.transport.Deadline;
import id.dompet.model.PaymentOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Makes the calls of one provider instance. Thread-safe. */
public final class Calls {
    private final HttpCall.Shared shared;
    private final Supplier<String> ids;

    /**
     * Calls of this instance.
     *
     * @param ids unguessable, unique names
     */
    public Calls(HttpCall.Shared shared, Supplier<String> ids) {
        this.shared = shared;
        this.ids = ids;
    }

    /** A call that must be over after this long. */
    public HttpCall start(Operation operation, Duration allowed) {
        return start(operation, Deadline.after(allowed, shared.time()), List.of());
    }

    /** A call within a deadline that runs already, with the merchant's options. */
    public HttpCall start(
            Operation operation, Deadline deadline, List<? extends PaymentOption> options) {
        return new HttpCall(shared, operation, ids.get(), deadline, options);
    }

    /** A deadline so long from now. */
    public Deadline deadline(Duration allowed) {
        return Deadline.after(allowed, shared.time());
    }
}
