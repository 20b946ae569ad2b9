package id.dompet.testkit.duitku;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Values the provider printed, or its own published code computed. */
class SignatureVectorsTest {

    private static JsonNode vectors() throws IOException {
        try (InputStream in =
                SignatureVectorsTest.class.getResourceAsStream("signature-vectors.json")) {
            return MerchantClient.JSON.readTree(in).path("vectors");
        }
    }

    @TestFactory
    Stream<DynamicTest> everyVectorIsReproducedOrRefused() throws IOException {
        return StreamSupport.stream(vectors().spliterator(), false)
                .map(
                        vector ->
                                DynamicTest.dynamicTest(
                                        vector.path("name").asText(), () -> check(vector)));
    }

    @Test
    void thereAreVectorsForEveryFormula() throws IOException {
        assertThat(vectors().findValuesAsText("operation"))
                .hasSizeGreaterThan(15)
                .contains(
                        "POST .../connect",
                        "POST .../merchant/v2/inquiry",
                        "POST .../merchant/transactionStatus",
                        "POST .../merchant/paymentmethod/getpaymentmethod",
                        "callback to merchant");
    }

    private static void check(JsonNode vector) {
        String signature = vector.path("signature").asText();
        if (vector.has("expect")) {
            assertThat(DuitkuSignatures.same(compute(vector), signature)).isFalse();
        } else {
            assertThat(compute(vector)).isEqualTo(signature);
        }
    }

    private static String compute(JsonNode vector) {
        DuitkuSignatures signatures =
                new DuitkuSignatures(
                        vector.path("merchantCode").asText(), vector.path("apiKey").asText());
        SignatureScheme scheme =
                vector.path("algorithm").asText().startsWith("HMAC")
                        ? SignatureScheme.HMAC_SHA256
                        : SignatureScheme.LEGACY;
        String orderId = vector.path("merchantOrderId").asText();
        String amount = vector.path("amount").asText();
        String operation = vector.path("operation").asText();
        if (operation.endsWith("inquiry")) {
            return signatures.inquiry(scheme, orderId, vector.path("paymentAmount").asText());
        }
        if (operation.endsWith("transactionStatus")) {
            return signatures.status(scheme, orderId);
        }
        if (operation.endsWith("getpaymentmethod")) {
            return signatures.paymentMethods(scheme, amount, vector.path("datetime").asText());
        }
        if (operation.startsWith("callback")) {
            return signatures.callback(
                    scheme, vector.path("merchantCode").asText(), amount, orderId);
        }
        return signatures.header(
                vector.path("timestamp").asText(),
                vector.path("body").asText().getBytes(StandardCharsets.UTF_8));
    }
}
