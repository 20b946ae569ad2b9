package id.dompet.provider.doku;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.dompet.http.Body;
import id.dompet.model.Secret;
import id.dompet.sign.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that DOKU's own libraries and OpenSSL made. */
final class DokuVectorsTest {
    private static final JsonNode VECTORS = read();

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(Keys.resource("/vectors.json"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<JsonNode> asymmetric() {
        return StreamSupport.stream(VECTORS.get("asymmetric").spliterator(), false);
    }

    static Stream<JsonNode> symmetric() {
        return StreamSupport.stream(VECTORS.get("symmetric").spliterator(), false);
    }

    private static AsymmetricSigner signer(String own, String other) throws UnusableKey {
        return new AsymmetricSigner(
                RsaKeys.privateKey(
                        VECTORS.at("/keys/" + own + "/pkcs8_encrypted_pbe_sha1_3des_pem").asText(),
                        Optional.of(
                                Secret.of(VECTORS.at("/keys/" + own + "/passphrase").asText()))),
                RsaKeys.publicKey(VECTORS.at("/keys/" + other + "/public_spki_pem").asText()));
    }

    @ParameterizedTest
    @MethodSource("asymmetric")
    void tokenRequestsAreSignedLikeThis(JsonNode vector) throws UnusableKey {
        String key = vector.get("key").asText();
        String expected = vector.get("signature_base64").asText();
        String client = vector.get("clientId").asText();
        String timestamp = vector.get("timestamp").asText();
        AsymmetricSigner signer = signer(key, key);
        assertThat(signer.sign(client, timestamp)).isEqualTo(expected);
        assertThat(signer.isDokus(client, timestamp, expected)).isTrue();
        assertThat(signer.isDokus(client, timestamp + " ", expected)).isFalse();
        assertThat(signer.isDokus(client.toLowerCase(java.util.Locale.ROOT), timestamp, expected))
                .isFalse();
        String other = key.equals("doku") ? "merchant" : "doku";
        assertThat(signer(key, other).isDokus(client, timestamp, expected)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("symmetric")
    void everythingElseIsSignedLikeThis(JsonNode vector) {
        SymmetricSigner signer =
                new SymmetricSigner(Secret.of(vector.get("clientSecret").asText()));
        String method = vector.get("httpMethod").asText();
        String path = vector.get("endpointUrl").asText();
        String token = vector.get("accessToken").asText();
        String timestamp = vector.get("timestamp").asText();
        Body body = Body.utf8(vector.get("body_minified").asText());
        String expected = vector.get("signature_base64").asText();
        assertThat(Digest.SHA_256.hex(body.bytes()))
                .isEqualTo(vector.get("body_sha256_hex").asText());
        assertThat(
                        signer.sign(
                                method,
                                path,
                                token.getBytes(StandardCharsets.UTF_8),
                                body,
                                timestamp))
                .isEqualTo(expected);
        assertThat(signer.matches(method, path, token, body, timestamp, expected)).isTrue();
        String hex = vector.get("signature_hex_for_comparison_only").asText();
        assertThat(signer.matches(method, path, token, body, timestamp, hex)).isFalse();
        assertThat(signer.matches(method, path, "Bearer " + token, body, timestamp, expected))
                .isFalse();
        String otherCase = expected.toLowerCase(java.util.Locale.ROOT);
        assertThat(signer.matches(method, path, token, body, timestamp, otherCase)).isFalse();
    }

    @Test
    void digestsAreOverTheBytes() {
        for (JsonNode each : VECTORS.get("body_digests")) {
            byte[] body = each.get("body_minified").asText().getBytes(StandardCharsets.UTF_8);
            assertThat(Digest.SHA_256.hex(body)).isEqualTo(each.get("sha256_hex").asText());
            assertThat(JsonWhitespace.strip(body)).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"compact", "pretty_lf", "pretty_crlf_trailing_newline"})
    void whiteSpaceBetweenTokensMakesNoDifference(String form) {
        String raw = VECTORS.at("/canonicalisation/forms/" + form + "/raw").asText();
        assertThat(verifies(raw)).isTrue();
    }

    /** They are other bytes with the same meaning: whoever signs them signs them as they are. */
    @ParameterizedTest
    @ValueSource(strings = {"python_requests_json", "php_json_encode", "java_gson_html_escaping"})
    void escapesAreNotRewritten(String form) {
        String raw = VECTORS.at("/canonicalisation/forms/" + form + "/raw").asText();
        assertThat(verifies(raw)).isFalse();
        SymmetricSigner signer = new SymmetricSigner(Secret.of("secret"));
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        String signature = signer.sign("POST", "/p", new byte[] {'t'}, Body.of(bytes), "now");
        assertThat(signer.matches("POST", "/p", "t", Body.of(bytes), "now", signature)).isTrue();
    }

    /** Signed over the minified form, received as this. */
    private static boolean verifies(String raw) {
        SymmetricSigner signer = new SymmetricSigner(Secret.of("secret"));
        byte[] minified =
                VECTORS.at("/canonicalisation/minified").asText().getBytes(StandardCharsets.UTF_8);
        String signature = signer.sign("POST", "/p", new byte[] {'t'}, Body.of(minified), "now");
        return signer.matches("POST", "/p", "t", Body.utf8(raw), "now", signature);
    }
}
