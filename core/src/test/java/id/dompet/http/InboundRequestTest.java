package id.dompet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboundRequestTest {
    private final InboundRequest request =
            InboundRequest.of(
                    "POST",
                    "/notify/acme?ticket=secret",
                    Map.of("X-Signature", List.of("a", "b"), "Content-Type", List.of("text/plain")),
                    new byte[] {1, 2, 3});

    @Test
    void repeatedHeadersStayVisible() {
        assertThat(request.header("x-signature")).containsExactly("a", "b");
        assertThat(request.onlyHeader("x-signature")).isEmpty();
        assertThat(request.onlyHeader("CONTENT-TYPE")).contains("text/plain");
        assertThat(request.header("absent")).isEmpty();
    }

    @Test
    void headersThatDifferOnlyInCaseAreOneHeader() {
        InboundRequest two =
                InboundRequest.of(
                        "POST",
                        "/",
                        Map.of("X-Signature", List.of("a"), "x-signature", List.of("b")),
                        new byte[0]);
        assertThat(two.header("X-SIGNATURE")).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void itPrintsWithoutQueryAndBody() {
        assertThat(request).hasToString("POST /notify/acme, 3 bytes");
    }

    @Test
    void nobodyCanChangeTheBytes() {
        request.body().bytes()[0] = 9;
        assertThat(request.body().bytes()).containsExactly(1, 2, 3);
    }
}
