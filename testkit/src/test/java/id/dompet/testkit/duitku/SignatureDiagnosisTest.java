package id.dompet.testkit.duitku;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.testkit.AdjustableClock;
import id.dompet.testkit.SimulatorRequest;
import id.dompet.testkit.diagnosis.Digests;
import id.dompet.testkit.diagnosis.Mistake;
import id.dompet.testkit.diagnosis.SignatureDiagnosis;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One request for each mistake that clients of Duitku make, signed with code of the test's own. */
final class SignatureDiagnosisTest {
    private static final String CODE = "D1234";
    private static final String KEY = "0123456789ABCDEF0123456789abcdef";
    private static final String TIME = "1657710956368";
    private static final String SENT = "{\"amount\":10000,\"url\":\"https://shop.example/é\"}";
    private static final DuitkuSimulator DUITKU = simulator(AcceptedSignatures.EITHER);
    private static final DuitkuSimulator HMAC = simulator(AcceptedSignatures.HMAC_ONLY);
    private static final DuitkuSimulator LEGACY = simulator(AcceptedSignatures.LEGACY_ONLY);

    @AfterAll
    static void close() {
        DUITKU.close();
        HMAC.close();
        LEGACY.close();
    }

    static Stream<Arguments> headerMistakes() {
        return Stream.of(
                header(
                        sha(
                                CODE
                                        + TIME
                                        + "{\n"
                                        + "  \"amount\": 10000,\n"
                                        + "  \"url\": \"https://shop.example/é\"\n"
                                        + "}"
                                        + KEY),
                        "pretty-printed-body"),
                header(
                        sha(
                                CODE
                                        + TIME
                                        + "{\"amount\": 10000, \"url\": \"https://shop.example/é\"}"
                                        + KEY),
                        "spaced-body"),
                header(
                        sha(CODE + TIME + SENT.replace("10000", "10000.0") + KEY),
                        "re-serialised-number"),
                header(
                        sha(CODE + TIME + SENT.replace("10000", "10000.00") + KEY),
                        "re-serialised-number"),
                header(sha(CODE + TIME + SENT.replace("/", "\\/") + KEY), "escaped-slashes"),
                header(sha(CODE + TIME + SENT.replace("é", "\\u00e9") + KEY), "escaped-letters"),
                header(sha(CODE + TIME + SENT + "\n" + KEY), "space-around-body"),
                header(sha(CODE + TIME + KEY), "empty-body"),
                header(sha(CODE + SENT + TIME + KEY), "order-of-fields"),
                header(sha(CODE + "|" + TIME + "|" + SENT + KEY), "separators"),
                header(sha(TIME + SENT + KEY), "field-not-signed"),
                header(sha(CODE + TIME.substring(0, 10) + SENT + KEY), "time-in-seconds"),
                header(hex(Digests.hmac("HmacSHA256", KEY, CODE + TIME + SENT)), "other-scheme"),
                header(hex(Digests.digest("MD5", CODE + TIME + SENT + KEY)), "other-digest"),
                header(sha(KEY + CODE + TIME + SENT), "key-in-front"),
                header(sha(CODE + TIME + SENT + KEY + "\n"), "line-break-in-key"),
                header(sha(CODE + TIME + SENT), "no-key"),
                header(
                        sha(CODE + TIME + SENT + KEY).toUpperCase(Locale.ROOT),
                        "upper-case-signature"),
                header(
                        Base64.getEncoder()
                                .encodeToString(
                                        Digests.digest("SHA-256", CODE + TIME + SENT + KEY)),
                        "base64-signature"),
                header(sha(CODE + TIME + SENT + "another key"), "unexplained"),
                header("", "missing-part"));
    }

    @ParameterizedTest
    @MethodSource("headerMistakes")
    void aWrongHeaderIsExplained(String signature, String mistake) {
        SignatureDiagnosis found =
                DUITKU.diagnose(connect(CODE, TIME, SENT, signature)).orElseThrow();

        assertThat(names(found)).containsExactly(mistake);
        assertThat(found.toSign()).isEqualTo(CODE + TIME + SENT + "<api-key>").doesNotContain(KEY);
    }

    @Test
    void aRightHeaderIsNot() {
        assertThat(
                        DUITKU.diagnose(connect(CODE, TIME, SENT, sha(CODE + TIME + SENT + KEY)))
                                .orElseThrow()
                                .isRight())
                .isTrue();
    }

    @Test
    void twoMistakesAreFoundTogether() {
        String signature = hex(Digests.digest("MD5", CODE + SENT + TIME + KEY));

        assertThat(names(DUITKU.diagnose(connect(CODE, TIME, SENT, signature)).orElseThrow()))
                .containsExactlyInAnyOrder("other-digest", "order-of-fields");
    }

    @Test
    void anotherMerchantsRequestIsOfAnotherAccount() {
        String signature = sha("D9999" + TIME + SENT + "their key");

        assertThat(names(DUITKU.diagnose(connect("D9999", TIME, SENT, signature)).orElseThrow()))
                .containsExactly("other-account");
    }

    @Test
    void secondsAndAClockThatIsWrongAreSaid() {
        assertThat(
                        names(
                                DUITKU.diagnose(connect(CODE, "1657710956", SENT, sha("x")))
                                        .orElseThrow()))
                .containsExactly("time-in-seconds");
        String late = "1657714556368";
        SignatureDiagnosis found =
                DUITKU.diagnose(connect(CODE, late, SENT, sha(CODE + late + SENT + KEY)))
                        .orElseThrow();
        assertThat(names(found)).containsExactly("clock");
        assertThat(found.mistakes().get(0).what()).contains("60 minutes ahead of");
    }

    static Stream<Arguments> inquiryMistakes() {
        return Stream.of(
                inquiry(DUITKU, md5(CODE + "10000" + "o-1" + KEY), "order-of-callback"),
                inquiry(DUITKU, hmac(CODE + "10000" + "o-1"), "order-of-callback"),
                inquiry(DUITKU, md5("o-1" + CODE + "10000" + KEY), "order-of-fields"),
                inquiry(DUITKU, md5(CODE + "o-1" + KEY), "field-not-signed"),
                inquiry(DUITKU, md5(CODE + "o-1" + "10000.00" + KEY), "re-serialised-number"),
                inquiry(DUITKU, md5(CODE + "o-1" + "10.000" + KEY), "re-serialised-number"),
                inquiry(DUITKU, sha(CODE + "o-1" + "10000" + KEY), "other-digest"),
                inquiry(HMAC, md5(CODE + "o-1" + "10000" + KEY), "other-scheme"),
                inquiry(LEGACY, hmac(CODE + "o-1" + "10000"), "other-scheme"),
                inquiry(HMAC, hmac(CODE + "o-1" + "10000" + KEY), "key-in-text"),
                inquiry(DUITKU, "", "missing-part"));
    }

    @ParameterizedTest
    @MethodSource("inquiryMistakes")
    void aWrongInquiryIsExplained(DuitkuSimulator duitku, String signature, String mistake) {
        String body =
                "{\"merchantCode\":\"%s\",\"merchantOrderId\":\"o-1\",\"paymentAmount\":10000,\"signature\":\"%s\"}"
                        .formatted(CODE, signature);
        SimulatorRequest request =
                new SimulatorRequest(
                        "POST", "/webapi/api/merchant/v2/inquiry", Map.of(), utf8(body));

        assertThat(names(duitku.diagnose(request).orElseThrow())).containsExactly(mistake);
    }

    @Test
    void aPageIsNotSigned() {
        assertThat(
                        DUITKU.diagnose(
                                new SimulatorRequest(
                                        "GET", "/wallet/pay?t=1", Map.of(), new byte[0])))
                .isEmpty();
    }

    private static DuitkuSimulator simulator(AcceptedSignatures accepted) {
        return DuitkuSimulator.builder()
                .merchantCode(CODE)
                .apiKey(KEY)
                .acceptedSignatures(accepted)
                .clock(AdjustableClock.at(Instant.ofEpochMilli(Long.parseLong(TIME))))
                .start();
    }

    private static Arguments header(String signature, String mistake) {
        return Arguments.of(signature, mistake);
    }

    private static Arguments inquiry(DuitkuSimulator duitku, String signature, String mistake) {
        return Arguments.of(duitku, signature, mistake);
    }

    private static SimulatorRequest connect(
            String merchant, String time, String body, String signature) {
        return new SimulatorRequest(
                "POST",
                "/accountlinking/api/accountlinking/v1/connect",
                Map.of(
                        "X-Duitku-merchant", List.of(merchant),
                        "X-Duitku-timestamp", List.of(time),
                        "X-Duitku-signature", List.of(signature)),
                utf8(body));
    }

    private static List<String> names(SignatureDiagnosis found) {
        return found.mistakes().stream().map(Mistake::name).toList();
    }

    private static String sha(String text) {
        return hex(Digests.digest("SHA-256", text));
    }

    private static String md5(String text) {
        return hex(Digests.digest("MD5", text));
    }

    private static String hmac(String text) {
        return hex(Digests.hmac("HmacSHA256", KEY, text));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
