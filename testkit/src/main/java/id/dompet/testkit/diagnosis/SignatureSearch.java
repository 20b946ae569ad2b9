package id.dompet.testkit.diagnosis;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Turns knobs until a signature comes out: none at first, then one, then two at a time. The
 * explanation with the fewest mistakes wins; of those, the one whose knob was named first.
 */
public final class SignatureSearch {
    private final List<Knob<?>> knobs;

    /** How every knob stands in one try. */
    public static final class Positions {
        private final IdentityHashMap<Knob<?>, Knob.Setting<?>> turned = new IdentityHashMap<>();

        private Positions() {}

        /** The value of a knob. */
        @SuppressWarnings("unchecked") // The map holds a knob's own settings only.
        public <T> T of(Knob<T> knob) {
            Knob.Setting<?> setting = turned.get(knob);
            return setting == null ? knob.settings().get(0).value() : (T) setting.value();
        }
    }

    private SignatureSearch(List<Knob<?>> knobs) {
        this.knobs = knobs;
    }

    /** Searches these knobs; likely mistakes first. */
    public static SignatureSearch of(Knob<?>... knobs) {
        return new SignatureSearch(List.of(knobs));
    }

    /**
     * The mistakes that explain a signature; an empty list when it is right as it stands, and
     * nothing when no explanation fits.
     *
     * @param fits whether the received signature is the one these positions give
     */
    public Optional<List<Mistake>> explain(Predicate<Positions> fits) {
        Positions positions = new Positions();
        for (int mistakes = 0; mistakes <= 2; mistakes++) {
            Optional<List<Mistake>> found = turn(positions, 0, mistakes, fits);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<List<Mistake>> turn(
            Positions positions, int from, int mistakes, Predicate<Positions> fits) {
        if (mistakes == 0) {
            return fits.test(positions) ? Optional.of(made(positions)) : Optional.empty();
        }
        for (int i = from; i < knobs.size(); i++) {
            Knob<?> knob = knobs.get(i);
            for (Knob.Setting<?> setting : knob.settings()) {
                if (setting.mistake().isEmpty()) {
                    continue;
                }
                positions.turned.put(knob, setting);
                Optional<List<Mistake>> found = turn(positions, i + 1, mistakes - 1, fits);
                if (found.isPresent()) {
                    return found;
                }
            }
            positions.turned.remove(knob);
        }
        return Optional.empty();
    }

    private List<Mistake> made(Positions positions) {
        List<Mistake> made = new ArrayList<>();
        for (Knob<?> knob : knobs) {
            Knob.Setting<?> setting = positions.turned.get(knob);
            if (setting != null) {
                setting.mistake().ifPresent(made::add);
            }
        }
        return List.copyOf(made);
    }
}
