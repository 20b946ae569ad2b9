package id.dompet.testkit.doku;

import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Every X-EXTERNAL-ID of the day and what it was answered. Thread-safe. */
final class ExternalIds {

    private record Key(LocalDate day, String externalId) {}

    private static final class Use {
        private final SimulatorRequest request;
        private Optional<SimulatorAnswer> answer = Optional.empty();

        Use(SimulatorRequest request) {
            this.request = request;
        }

        boolean isSame(SimulatorRequest other) {
            return request.path().equals(other.path())
                    && Arrays.equals(request.body(), other.body());
        }
    }

    private final DokuSettings settings;
    private final Map<Key, Use> uses = new HashMap<>();

    ExternalIds(DokuSettings settings) {
        this.settings = settings;
    }

    /** Answers the first use by {@code work}; refuses or repeats the answer of any later one. */
    SimulatorAnswer once(
            String externalId, SimulatorRequest request, Supplier<SimulatorAnswer> work) {
        Use use = new Use(request);
        Key key = new Key(SnapTime.day(settings.clock().instant()), externalId);
        Optional<SimulatorAnswer> earlier;
        synchronized (this) {
            Use first = uses.putIfAbsent(key, use);
            earlier = first == null ? Optional.empty() : Optional.of(repeated(first, request));
        }
        if (earlier.isPresent()) {
            return earlier.get();
        }
        SimulatorAnswer answer = work.get();
        synchronized (this) {
            use.answer = Optional.of(answer);
        }
        return answer;
    }

    private SimulatorAnswer repeated(Use first, SimulatorRequest request) {
        boolean replay =
                settings.protocol().duplicateExternalId() == DuplicateExternalId.REPLAY
                        && first.isSame(request);
        SimulatorAnswer answer =
                first.answer
                        .filter(any -> replay)
                        .orElseThrow(() -> new Refusal(SnapCase.CONFLICT));
        SimulatorAnswer again = SimulatorAnswer.json(409, answer.text());
        return again.withHeader("X-TIMESTAMP", SnapTime.format(settings.clock().instant()));
    }
}
