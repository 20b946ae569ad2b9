package id.dompet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class AdjustableClockTest {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    private final AdjustableClock clock = AdjustableClock.at(START);

    @Test
    void itStandsStillUntilItIsMoved() {
        assertThat(clock.instant()).isEqualTo(START);
        assertThat(clock.advance(Duration.ofMinutes(15))).isEqualTo(START.plusSeconds(900));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(900));
        clock.set(START);
        assertThat(clock.millis()).isEqualTo(START.toEpochMilli());
    }

    @Test
    void aViewInAnotherZoneMovesToo() {
        ZoneId jakarta = ZoneId.of("Asia/Jakarta");
        Clock view = clock.withZone(jakarta);
        clock.advance(Duration.ofHours(1));

        assertThat(view.instant()).isEqualTo(START.plusSeconds(3600));
        assertThat(view.getZone()).isEqualTo(jakarta);
    }
}
