package id.dompet.testkit.doku;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Values that DOKU's own library and OpenSSL computed. */
class SignatureVectorsTest {

    @TestFactory
    Stream<DynamicTest> everySymmetricSignatureIsReproduced() {
        return each("symmetric", SignatureVectorsTest::checkSymmetric);
    }

    @TestFactory
    Stream<DynamicTest> everyAsymmetricSignatureIsReproducedAndVerifies() {
        return each("asymmetric", SignatureVectorsTest::checkAsymmetric);
    }

    @TestFactory
    Stream<DynamicTest> everyDigestIsReproduced() {
        return each(
                "body_digests",
                vector ->
                        assertThat(SnapSignatures.digest(bytes(vector.path("body_minified"))))
                                .isEqualTo(vector.path("sha256_hex").asText()));
    }

    @TestFactory
    Stream<DynamicTest> everyWayALibraryWritesABodyHasOneCanonicalForm() {
        JsonNode group = Vectors.all().path("canonicalisation");
        return group.path("forms").properties().stream()
                .map(
                        form ->
                                DynamicTest.dynamicTest(
                                        form.getKey(),
                                        () -> {
                                            String raw = form.getValue().path("raw").asText();
                                            assertThat(JsonText.canonical(raw))
                                                    .isEqualTo(group.path("minified").asText());
                                            assertThat(
                                                            SnapSignatures.digest(
                                                                    raw.getBytes(
                                                                            StandardCharsets
                                                                                    .UTF_8)))
                                                    .isEqualTo(
                                                            form.getValue()
                                                                    .path("sha256_hex_of_raw_bytes")
                                                                    .asText());
                                        }));
    }

    @Test
    void minifyingKeepsStringsNumbersAndEscapesAsTheyAre() {
        assertThat(JsonText.minify("{ \"a\" : \" b\\\" \\/ \\u00e9 \" ,\t\"n\":\r\n1.10e3 }"))
                .isEqualTo("{\"a\":\" b\\\" \\/ \\u00e9 \",\"n\":1.10e3}");
    }

    @Test
    void theCanonicalFormKeepsWhatJsonMustEscape() {
        assertThat(JsonText.canonical("\"\\u0022\\u005c\\u000a\\u0001\\n\\ud83d\\ude00\\u00zz\""))
                .isEqualTo("\"\\\"\\\\\\n\\u0001\\n\ud83d\ude00\\u00zz\"");
    }

    private static void checkSymmetric(JsonNode vector) {
        String stringToSign =
                SnapSignatures.stringToSign(
                        vector.path("endpointUrl").asText(),
                        vector.path("accessToken").asText(),
                        bytes(vector.path("body_minified")),
                        vector.path("timestamp").asText());
        String signature =
                SnapSignatures.symmetric(vector.path("clientSecret").asText(), stringToSign);
        assertThat(stringToSign).isEqualTo(vector.path("stringToSign").asText());
        assertThat(signature).isEqualTo(vector.path("signature_base64").asText());
    }

    private static void checkAsymmetric(JsonNode vector) {
        KeyPair keys =
                RsaKeys.read(
                        Vectors.all()
                                .at("/keys/" + vector.path("key").asText() + "/pkcs8_pem")
                                .asText());
        String client = vector.path("clientId").asText();
        String timestamp = vector.path("timestamp").asText();
        String expected = vector.path("signature_base64").asText();
        assertThat(SnapSignatures.asymmetric(keys.getPrivate(), client, timestamp))
                .isEqualTo(expected);
        assertThat(SnapSignatures.isAsymmetric(keys.getPublic(), client, timestamp, expected))
                .isTrue();
        assertThat(SnapSignatures.isAsymmetric(keys.getPublic(), client + "x", timestamp, expected))
                .isFalse();
    }

    private static byte[] bytes(JsonNode text) {
        return text.asText().getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<DynamicTest> each(String group, Consumer<JsonNode> check) {
        return StreamSupport.stream(Vectors.all().path(group).spliterator(), false)
                .map(
                        vector ->
                                DynamicTest.dynamicTest(
                                        vector.path("id").asText(), () -> check.accept(vector)));
    }
}
