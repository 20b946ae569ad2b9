package id.dompet.sandbox.console;

import java.time.Duration;
import java.util.Locale;

/** Amounts and durations for people. */
final class ForPeople {
    private ForPeople() {}

    /** For example {@code Rp25.000}. */
    static String rupiah(long rupiah) {
        return "Rp" + String.format(Locale.ROOT, "%,d", rupiah).replace(',', '.');
    }

    /** For example {@code 1 d 6 h 30 min ahead}. */
    static String duration(Duration moved) {
        Duration size = moved.abs();
        StringBuilder text = new StringBuilder();
        add(text, size.toDays(), "d");
        add(text, size.toHoursPart(), "h");
        add(text, size.toMinutesPart(), "min");
        add(text, size.toSecondsPart(), "s");
        return text.append(moved.isNegative() ? "behind" : "ahead").toString();
    }

    private static void add(StringBuilder text, long number, String unit) {
        if (number > 0) {
            text.append(number).append(' ').append(unit).append(' ');
        }
    }
}
