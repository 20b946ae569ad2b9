package id.dompet.testkit.doku;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;

/** An answer with its body as text and as JSON. */
record SnapReply(int status, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    String code() {
        return field("responseCode");
    }

    String message() {
        return field("responseMessage");
    }

    String field(String name) {
        return json().path(name).asText();
    }

    String at(String pointer) {
        return json().at(pointer).asText();
    }

    URI uri(String name) {
        return URI.create(field(name));
    }
}
