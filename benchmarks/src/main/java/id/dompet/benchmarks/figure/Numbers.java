package id.dompet.benchmarks.figure;

import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {
    private Numbers() {}

    /** About three digits that mean something. */
    static String text(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e15) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        if (size < 0.1) {
            return String.format(Locale.ROOT, "%.4f", value);
        }
        if (size < 10) {
            return String.format(Locale.ROOT, "%.2f", value);
        }
        return String.format(Locale.ROOT, size < 100 ? "%,.1f" : "%,.0f", value);
    }
}
