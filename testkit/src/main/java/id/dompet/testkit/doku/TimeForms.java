package id.dompet.testkit.doku;

import id.dompet.testkit.diagnosis.Knob;
import id.dompet.testkit.diagnosis.Mistake;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The same instant as it may have been written when it was signed. */
final class TimeForms {
    private TimeForms() {}

    static Knob<String> of(String sent) {
        Knob<String> knob = Knob.right(sent);
        Optional<Instant> instant = SnapTime.parse(sent);
        if (instant.isEmpty()) {
            return knob;
        }
        Mistake form =
                new Mistake(
                        "other-time-text",
                        "The time is signed in another form than X-TIMESTAMP has (\"%s\")."
                                .formatted(sent),
                        "Write the time once, and use that text in the header and in the"
                                + " signature.");
        Mistake late =
                new Mistake(
                        "other-time",
                        "The time that is signed is some seconds away from X-TIMESTAMP: it was read"
                                + " from the clock twice.",
                        "Read the clock once per request, and use that text in the header and in"
                                + " the signature.");
        List<ZoneId> zones = List.of(ZoneOffset.UTC, SnapTime.JAKARTA);
        for (ZoneId zone : zones) {
            for (String pattern :
                    List.of(
                            "yyyy-MM-dd'T'HH:mm:ssXXX",
                            "yyyy-MM-dd'T'HH:mm:ssxxx",
                            "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                            "yyyy-MM-dd'T'HH:mm:ss'Z'",
                            "yyyy-MM-dd'T'HH:mm:ss")) {
                DateTimeFormatter written = DateTimeFormatter.ofPattern(pattern).withZone(zone);
                knob = knob.or(written.format(instant.get()), form);
            }
        }
        for (int seconds = 1; seconds <= 5; seconds++) {
            for (int sign : new int[] {-1, 1}) {
                Instant near = instant.get().plus((long) sign * seconds, ChronoUnit.SECONDS);
                for (ZoneId zone : zones) {
                    knob =
                            knob.or(
                                    DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX")
                                            .withZone(zone)
                                            .format(near),
                                    late);
                }
            }
        }
        return knob;
    }
}
