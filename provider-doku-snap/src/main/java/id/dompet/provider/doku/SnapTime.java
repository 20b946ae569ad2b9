package id.dompet.provider.doku;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Times as SNAP writes them: ISO 8601 with zone. Sent in UTC with seconds and {@code Z}, as the
 * page "get token B2B" asks for; read in every form that the pages and libraries show.
 */
final class SnapTime {
    /** Nobody publishes one; the skew that a badly kept clock has. */
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final DateTimeFormatter JAKARTA =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT)
                    .withZone(ZoneOffset.ofHours(7));

    private static volatile Second latest = Second.of(0);

    private SnapTime() {}

    /** A second, written once, however many requests are made in it. */
    private record Second(long epoch, String text) {
        static Second of(long epoch) {
            return new Second(epoch, Instant.ofEpochSecond(epoch).toString());
        }
    }

    static String header(Instant now) {
        Second second = latest;
        if (second.epoch() != now.getEpochSecond()) {
            second = Second.of(now.getEpochSecond());
            latest = second;
        }
        return second.text();
    }

    /** With the offset of Jakarta, as fields in bodies are shown. */
    static String field(Instant at) {
        return JAKARTA.format(at);
    }

    static Optional<Instant> read(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether a signed time is near enough to be that of a message of today. */
    static boolean isRecent(String text, Instant now) {
        return read(text)
                .filter(at -> Duration.between(at, now).abs().compareTo(WINDOW) <= 0)
                .isPresent();
    }
}
