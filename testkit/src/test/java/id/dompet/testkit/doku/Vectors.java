package id.dompet.testkit.doku;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Signature test vectors and the keys they were made with. */
final class Vectors {

    private Vectors() {}

    static JsonNode all() {
        try (InputStream in = Vectors.class.getResourceAsStream("signature-vectors.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String merchantKeyPem() {
        return all().at("/keys/merchant/pkcs8_pem").asText();
    }

    static String dokuKeyPem() {
        return all().at("/keys/doku/pkcs8_pem").asText();
    }
}
