package id.dompet.testkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String SECRET = "s3cret+of/the=shop";
    private final Redaction redaction = new Redaction(List.of(SECRET, "", "12"));

    @Test
    void secretsAreMaskedInEveryUsualSpelling() {
        byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
        for (String spelling :
                List.of(
                        SECRET,
                        "s3cret%2Bof%2Fthe%3Dshop",
                        HexFormat.of().formatHex(bytes),
                        HexFormat.of().withUpperCase().formatHex(bytes),
                        Base64.getEncoder().encodeToString(bytes))) {
            assertThat(redaction.of("<" + spelling + ">")).isEqualTo("<[secret]>");
        }
    }

    @Test
    void everyLineOfAKeyIsMasked() {
        Redaction lines = new Redaction(List.of("-----BEGIN-----\nMIIEvQIBADANBg\n"));
        assertThat(lines.of("at MIIEvQIBADANBg")).isEqualTo("at [secret]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "081250001012",
                "+6281250001012",
                "6281250001012",
                "81250001012",
                "0812-5000-1012",
                "+62 812 5000 1012"
            })
    void phoneNumbersAreMasked(String phone) {
        assertThat(redaction.of("of " + phone + ".")).isEqualTo("of [phone ..12].");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IDR 999999999.00",
                "2026-11-20T03:00:00Z",
                "order-1012",
                "12 requests",
                "POST /charge -> 503"
            })
    void ordinaryTextStays(String text) {
        assertThat(redaction.of(text)).isEqualTo(text);
    }

    @Test
    void aCleanExceptionStaysWhatItIs() {
        Throwable clean = new IllegalStateException("all is well", new RuntimeException("inside"));
        assertThat(redaction.of(clean)).isSameAs(clean);
    }

    @Test
    void aTalkativeExceptionIsCopiedWithCausesAndSuppressedOnes() {
        Throwable thrown = new IllegalStateException("outer", new RuntimeException(SECRET));
        thrown.addSuppressed(new RuntimeException("and 081250001012"));
        assertThat(redaction.of(thrown))
                .hasMessageContaining("outer")
                .hasStackTraceContaining("java.lang.RuntimeException: [secret]")
                .hasStackTraceContaining("and [phone ..12]");
    }
}
