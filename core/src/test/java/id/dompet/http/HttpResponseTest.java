package id.dompet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpResponseTest {
    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");

    private static HttpResponse with(String retryAfter) {
        return new HttpResponse(429, Map.of("retry-after", retryAfter), Body.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "0,PT0S",
        "120,PT2M",
        "' 120 ',PT2M",
        "9999999,PT9999999S",
        "'Fri, 20 Nov 2026 03:01:00 GMT',PT1M",
        "'Fri, 20 Nov 2026 03:00:00 GMT',PT0S",
    })
    void readsSecondsAndDates(String header, Duration wait) {
        assertThat(with(header).retryAfter(NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "-1",
                "1.5",
                "99999999",
                "Fri, 20 Nov 2026 02:59:59 GMT",
                "Fri, 31 Nov 2026 03:01:00 GMT",
                "2026-11-20T03:01:00Z"
            })
    void believesNothingElse(String header) {
        assertThat(with(header).retryAfter(NOW)).isEmpty();
    }

    @Test
    void withoutTheHeaderThereIsNoWait() {
        assertThat(HttpResponse.of(429, "text/plain", "").retryAfter(NOW)).isEmpty();
    }
}
