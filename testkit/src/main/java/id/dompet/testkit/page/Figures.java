package id.dompet.testkit.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Amounts and times as people in Indonesia write them. */
public final class Figures {

    private static final Locale INDONESIA = Locale.forLanguageTag("id-ID");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'WIB'", INDONESIA)
                    .withZone(ZoneId.of("Asia/Jakarta"));

    private Figures() {}

    /** Whole rupiah, for example {@code Rp 25.000}. */
    public static String rupiah(long amount) {
        return String.format(INDONESIA, "Rp %,d", amount);
    }

    /** The time of day in Jakarta. */
    static String time(Instant instant) {
        return TIME.format(instant);
    }
}
