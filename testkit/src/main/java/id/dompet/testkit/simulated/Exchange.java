package id.dompet.testkit.simulated;

import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** One request on its way through a dialect. Used under the lock of the books' state. */
final class Exchange {
    private final ProviderDialect dialect;
    private final BookState state;
    private final SimulatorRequest request;
    private final Optional<String> objection;
    private final Transcript transcript = new Transcript();
    private Optional<SimulatorAnswer> given = Optional.empty();

    Exchange(ProviderDialect dialect, BookState state, SimulatorRequest request) {
        this.dialect = dialect;
        this.state = state;
        this.request = request;
        this.objection = dialect.objection(request, state.open());
    }

    Optional<String> objection() {
        return objection;
    }

    /** Carries the request out, unless the provider objects. Once. */
    SimulatorAnswer answer() {
        if (objection.isPresent()) {
            return dialect.refuse(request, objection.get());
        }
        SimulatorAnswer genuine = dialect.answer(request, state.open(transcript));
        given = Optional.of(genuine);
        return genuine;
    }

    /** A refusal in the provider's format, for a request that is not carried out. */
    SimulatorAnswer notCarriedOut() {
        return dialect.refuse(request, "a simulated fault").withStatus(200);
    }

    /** The answer once more with a lie in it; nothing happens again. */
    SimulatorAnswer retold(Lie lie) {
        if (objection.isPresent()) {
            return dialect.refuse(request, objection.get());
        }
        SimulatorAnswer genuine = given.orElseThrow();
        if (!same(genuine, again(Told.truly()))) {
            throw new IllegalStateException(
                    "answered one request in two ways: random values have to come from the books,"
                            + " the time from the set-up, and answer() keeps nothing of its own");
        }
        SimulatorAnswer lying;
        try {
            lying = again(Told.with(lie));
        } catch (RuntimeException e) {
            // The lie led the dialect astray, so it cannot be told.
            return untellable();
        }
        return same(genuine, lying) ? untellable() : lying;
    }

    private SimulatorAnswer again(Told told) {
        return dialect.answer(request, new Books(state, transcript.replay(), told));
    }

    private static SimulatorAnswer untellable() {
        byte[] text = "no lie fits here".getBytes(StandardCharsets.UTF_8);
        return SimulatorAnswer.of(500, "text/plain", text);
    }

    /** Headers can hold a random signature. */
    private static boolean same(SimulatorAnswer one, SimulatorAnswer other) {
        return one.status() == other.status() && Arrays.equals(one.body(), other.body());
    }
}
