package id.dompet.docs;

import java.io.IOException;
import java.util.List;

/** Types of every kind, for the test of what is listed. */
public final class ApiSamples {
    private ApiSamples() {}

    /** A listed type. */
    public interface Door {
        /** Listed. */
        void open(List<? extends Number> keys) throws IOException;

        /** Listed. */
        default <T extends Comparable<T>> T most(T a, T b) {
            return a.compareTo(b) < 0 ? b : a;
        }
    }

    abstract static class Hidden {
        /** Visible through {@link Shown}. */
        public final int inherited() {
            return 1;
        }
    }

    /** A listed type. */
    public static class Shown extends Hidden {
        /** Listed. */
        public static final int MOST = 3;

        /** Listed. */
        protected Shown(String... names) {}

        void notListed() {}
    }

    /** A listed type. */
    public sealed interface Answer permits Yes {}

    /** A listed type. */
    public record Yes(String why) implements Answer {}

    /** A listed type. */
    public enum Colour {
        RED,
        GREEN
    }
}
