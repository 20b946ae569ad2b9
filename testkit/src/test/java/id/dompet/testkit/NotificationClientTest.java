package id.dompet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotificationClientTest {

    private final NotificationClient client = new NotificationClient(Duration.ofSeconds(10));

    @Test
    void theAnswerIsHandedBackButNotPrinted() {
        try (SimulatorServer merchant =
                SimulatorServer.start(
                        "127.0.0.1",
                        0,
                        request -> Delivery.of(SimulatorAnswer.json(202, request.text())))) {
            String address = "http://127.0.0.1:" + merchant.port() + "/";

            NotificationClient.Result result = client.post(address, Map.of(), "caf\u00e9 token");

            assertThat(result.status()).hasValue(202);
            assertThat(result.body()).isEqualTo("caf\u00e9 token");
            assertThat(result.toString()).doesNotContain("token");
        }
    }

    @Test
    void whatIsNoAddressIsSaid() {
        assertThat(client.post("nowhere", Map.of(), "").failure())
                .isEqualTo("not an address to post to");
    }
}
