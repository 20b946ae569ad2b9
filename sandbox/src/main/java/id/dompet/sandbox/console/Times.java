package id.dompet.sandbox.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as the console writes them: Jakarta's, to the second. */
final class Times {
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx")
                    .withZone(ZoneId.of("Asia/Jakarta"));

    private Times() {}

    static String text(Instant instant) {
        return WRITTEN.format(instant);
    }
}
