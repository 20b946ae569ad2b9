package id.dompet.testkit.doku;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times on the wire: ISO 8601 with an offset. Read as clients are known to write them, with {@code
 * Z}, {@code +07:00}, milliseconds, and the {@code -00:00} of DOKU's own Node library.
 */
final class SnapTime {

    static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private static final Pattern FORM =
            Pattern.compile(
                    "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx").withZone(JAKARTA);

    private SnapTime() {}

    static Optional<Instant> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text.replace("-00:00", "Z")).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** In Jakarta's time, to the second. */
    static String format(Instant instant) {
        return WRITTEN.format(instant);
    }

    /** The day X-EXTERNAL-ID has to be unique in. */
    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, JAKARTA);
    }
}
