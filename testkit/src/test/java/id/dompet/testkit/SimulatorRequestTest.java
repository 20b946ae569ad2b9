package id.dompet.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulatorRequestTest {
    @Test
    void fieldsOfAFormAreDecodedAndAbsentOnesAreEmpty() {
        SimulatorRequest request = request("ref=order-1&note=Two+coffees%21");
        assertThat(request.field("ref")).isEqualTo("order-1");
        assertThat(request.field("note")).isEqualTo("Two coffees!");
        assertThat(request.field("amount")).isEmpty();
        assertThat(request("{}").field("ref")).isEmpty();
    }

    private static SimulatorRequest request(String body) {
        return new SimulatorRequest("POST", "/pay", Map.of(), body.getBytes(UTF_8));
    }
}
