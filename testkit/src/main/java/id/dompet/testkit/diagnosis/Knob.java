package id.dompet.testkit.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One ingredient of a signature: its right value, and the values mistakes give it. Immutable.
 *
 * @param <T> the type of the ingredient
 */
public final class Knob<T> {
    private final List<Setting<T>> settings;

    /**
     * One position.
     *
     * @param value the ingredient
     * @param mistake empty for the right value
     */
    record Setting<T>(T value, Optional<Mistake> mistake) {}

    private Knob(List<Setting<T>> settings) {
        this.settings = settings;
    }

    /** A knob that stands right. */
    public static <T> Knob<T> right(T value) {
        return new Knob<>(List.of(new Setting<>(value, Optional.empty())));
    }

    /** The same with a mistake that one can make; nothing when that gives the right value. */
    public Knob<T> or(T value, String name, String what, String remedy) {
        return or(value, new Mistake(name, what, remedy));
    }

    /** The same with a mistake that one can make. */
    public Knob<T> or(T value, Mistake mistake) {
        if (settings.stream().anyMatch(known -> known.value().equals(value))) {
            return this;
        }
        List<Setting<T>> more = new ArrayList<>(settings);
        more.add(new Setting<>(value, Optional.of(mistake)));
        return new Knob<>(List.copyOf(more));
    }

    List<Setting<T>> settings() {
        return settings;
    }
}
