package id.dompet.provider.doku;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.dompet.http.HttpRequest;
import id.dompet.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/** What is the same in every request. */
final class Wire {
    static final String PAID =
            "{\"responseCode\":\"2005400\",\"responseMessage\":\"Successful\","
                    + "\"webRedirectUrl\":\"https://sandbox.doku.com/pay/3285\","
                    + "\"referenceNo\":\"1234\"}";

    private Wire() {}

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static void isSigned(HttpRequest request, String path, String token) {
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.uri().toString()).isEqualTo("https://api-sandbox.doku.com" + path);
        assertThat(Sent.header(request, "Content-Type")).isEqualTo("application/json");
        assertThat(Sent.header(request, "Authorization")).isEqualTo("Bearer " + token);
        assertThat(Sent.header(request, "X-PARTNER-ID")).isEqualTo(Given.CLIENT_ID);
        assertThat(Sent.header(request, "X-TIMESTAMP")).isEqualTo("2025-01-15T03:20:30Z");
        assertThat(Sent.header(request, "X-EXTERNAL-ID")).matches("[0-9]{36}");
        assertThat(Sent.header(request, "X-SIGNATURE"))
                .isEqualTo(
                        new SymmetricSigner(Secret.of(Given.CLIENT_SECRET))
                                .sign(
                                        "POST",
                                        path,
                                        token.getBytes(StandardCharsets.UTF_8),
                                        request.body(),
                                        "2025-01-15T03:20:30Z"));
    }

    static Set<String> headers(HttpRequest request) {
        return new TreeSet<>(request.headers().keySet());
    }
}
