package id.dompet.provider.duitku;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.dompet.http.Body;
import id.dompet.model.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DuitkuSignerTest {
    private static final String NAMED = "{index}";

    @ParameterizedTest(name = NAMED)
    @MethodSource("accountLinkVectors")
    void accountLinkHeadersAgreeWithTheVectors(JsonNode vector) {
        assertThat(
                        signer(vector)
                                .accountLink(
                                        vector.get("timestamp").asText(),
                                        Body.utf8(vector.get("body").asText())))
                .isEqualTo(vector.get("signature").asText());
    }

    @ParameterizedTest(name = NAMED)
    @MethodSource("inquiryVectors")
    void inquirySignaturesAgreeWithTheVectors(JsonNode vector) {
        assertThat(
                        signer(vector)
                                .inquiry(
                                        scheme(vector),
                                        vector.get("merchantOrderId").asText(),
                                        vector.get("paymentAmount").asLong()))
                .isEqualTo(vector.get("signature").asText());
    }

    @ParameterizedTest(name = NAMED)
    @MethodSource("statusVectors")
    void statusSignaturesAgreeWithTheVectors(JsonNode vector) {
        assertThat(signer(vector).status(scheme(vector), vector.get("merchantOrderId").asText()))
                .isEqualTo(vector.get("signature").asText());
    }

    @ParameterizedTest(name = NAMED)
    @MethodSource("callbackVectors")
    void callbackSignaturesAgreeWithTheVectors(JsonNode vector) {
        boolean genuine = !vector.path("expect").asText().equals("reject");
        assertThat(
                        signer(vector)
                                .isCallback(
                                        scheme(vector),
                                        vector.get("amount").asText(),
                                        vector.get("merchantOrderId").asText(),
                                        vector.get("signature").asText()))
                .as(vector.get("name").asText())
                .isEqualTo(genuine);
    }

    @Test
    void everyVectorIsUsed() throws IOException {
        long used =
                Stream.of(
                                accountLinkVectors(),
                                inquiryVectors(),
                                statusVectors(),
                                callbackVectors())
                        .mapToLong(List::size)
                        .sum();
        assertThat(used).isEqualTo(vectors("").size()).isGreaterThan(15);
    }

    @Test
    void publishedSamplesThatAreIllustrationsVerifyNoCallback() throws IOException {
        DuitkuSigner signer = new DuitkuSigner("D1234", Secret.of("ABCD1234"));
        for (JsonNode sample : root().at("/published_samples/do_not_verify")) {
            for (SignatureScheme scheme : SignatureScheme.values()) {
                assertThat(
                                signer.isCallback(
                                        scheme, "150000", "ORDER123", sample.get("value").asText()))
                        .isFalse();
            }
        }
        assertThat(
                        signer.isCallback(
                                SignatureScheme.LEGACY,
                                "150000",
                                "ORDER123",
                                root().at("/published_samples/do_not_verify/0/computed_instead")
                                        .asText()))
                .isTrue();
    }

    @Test
    void everyPublishedSampleThatVerifiesIsAmongTheVectors() throws IOException {
        List<String> signatures =
                vectors("").stream().map(vector -> vector.get("signature").asText()).toList();
        for (JsonNode sample : root().at("/published_samples/verify")) {
            assertThat(signatures).contains(sample.get("value").asText());
        }
    }

    @Test
    void twoSplitsOfTheSameCharactersSignAlikeWhichIsWhyAmountsAreComparedLater() {
        DuitkuSigner signer = Given.signer();
        for (SignatureScheme scheme : SignatureScheme.values()) {
            assertThat(signer.inquiry(scheme, "ambiguous1", 10_000))
                    .isEqualTo(signer.inquiry(scheme, "ambiguous", 110_000));
        }
    }

    static List<JsonNode> accountLinkVectors() throws IOException {
        return vectors("call|connect|disconnect");
    }

    static List<JsonNode> inquiryVectors() throws IOException {
        return vectors("inquiry");
    }

    static List<JsonNode> statusVectors() throws IOException {
        return vectors("transactionStatus");
    }

    static List<JsonNode> callbackVectors() throws IOException {
        return vectors("callback to merchant");
    }

    private static List<JsonNode> vectors(String operation) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode vector : root().get("vectors")) {
            if (operation.isEmpty()
                    || vector.get("operation").asText().matches(".*(" + operation + ")")) {
                found.add(vector);
            }
        }
        return found;
    }

    private static JsonNode root() throws IOException {
        try (InputStream in =
                DuitkuSignerTest.class.getResourceAsStream("signature-vectors.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        }
    }

    private static DuitkuSigner signer(JsonNode vector) {
        return new DuitkuSigner(
                vector.get("merchantCode").asText(), Secret.of(vector.get("apiKey").asText()));
    }

    private static SignatureScheme scheme(JsonNode vector) {
        return switch (vector.get("algorithm").asText()) {
            case "MD5" -> SignatureScheme.LEGACY;
            case "HMAC-SHA256" -> SignatureScheme.HMAC_SHA256;
            default -> throw new IllegalArgumentException(vector.get("algorithm").asText());
        };
    }
}
