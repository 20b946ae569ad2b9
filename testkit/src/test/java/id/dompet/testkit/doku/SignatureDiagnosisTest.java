package id.dompet.testkit.doku;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.testkit.AdjustableClock;
import id.dompet.testkit.SimulatorRequest;
import id.dompet.testkit.diagnosis.Digests;
import id.dompet.testkit.diagnosis.Mistake;
import id.dompet.testkit.diagnosis.SignatureDiagnosis;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One request for each mistake that clients of SNAP make, signed with code of the test's own. */
final class SignatureDiagnosisTest {
    private static final String SECRET = "SK-abcdef0123456789";
    private static final String TIME = "2025-01-15T03:20:30Z";
    private static final String PATH = "/direct-debit/core/v1/debit/payment-host-to-host";
    private static final String BODY =
            "{\"amount\":{\"value\":\"10000.00\"},\"rate\":10000,\"url\":\"https://a.example/b\"}";
    private static final String PRETTY =
            """
            {
              "amount": {
                "value": "10000.00"
              },
              "rate": 10000,
              "url": "https://a.example/b"
            }""";
    private static final DokuSimulator DOKU =
            DokuSimulator.builder()
                    .clientId("BRN-1")
                    .clientSecret(SECRET)
                    .clock(AdjustableClock.at(Instant.parse(TIME)))
                    .start();

    @AfterAll
    static void close() {
        DOKU.close();
    }

    static Stream<Arguments> symmetricMistakes() {
        return Stream.of(
                wrong(
                        BODY,
                        "POST:" + PATH + ":tok:" + sha(PRETTY) + ":" + TIME,
                        "pretty-printed-body"),
                wrong(
                        PRETTY,
                        "POST:"
                                + PATH
                                + ":tok:"
                                + sha(BODY.replace("10000,", "10000.0,"))
                                + ":"
                                + TIME,
                        "re-serialised-number"),
                wrong(
                        BODY,
                        "POST:" + PATH + ":tok:" + sha(BODY.replace("/", "\\/")) + ":" + TIME,
                        "escaped-slashes"),
                wrong(
                        BODY,
                        "POST:"
                                + PATH
                                + ":tok:"
                                + sha(BODY).toUpperCase(java.util.Locale.ROOT)
                                + ":"
                                + TIME,
                        "digest-of-body"),
                wrong(BODY, "POST:" + PATH + ":tok:" + BODY + ":" + TIME, "digest-of-body"),
                wrong(BODY, "POST:" + PATH + ":tok::" + TIME, "body-not-signed"),
                wrong(
                        BODY,
                        "POST:/direct-debit/core/v1/debit/refund:tok:" + sha(BODY) + ":" + TIME,
                        "other-path"),
                wrong(
                        BODY,
                        "POST:http://127.0.0.1:9" + PATH + ":tok:" + sha(BODY) + ":" + TIME,
                        "whole-address-signed"),
                wrong(
                        BODY,
                        "POST:/core/v1/debit/payment-host-to-host:tok:" + sha(BODY) + ":" + TIME,
                        "path"),
                wrong(
                        BODY,
                        "POST:" + PATH + ":Bearer tok:" + sha(BODY) + ":" + TIME,
                        "bearer-signed"),
                wrong(BODY, "POST:" + PATH + "::" + sha(BODY) + ":" + TIME, "token-not-signed"),
                wrong(
                        BODY,
                        "POST:" + PATH + ":customer:" + sha(BODY) + ":" + TIME,
                        "customer-token-signed"),
                wrong(
                        BODY,
                        "POST:" + PATH + ":tok:" + sha(BODY) + ":2025-01-15T10:20:30+07:00",
                        "other-time-text"),
                wrong(
                        BODY,
                        "POST:" + PATH + ":tok:" + sha(BODY) + ":2025-01-15T03:20:31Z",
                        "other-time"),
                wrong(BODY, "POST|" + PATH + "|tok|" + sha(BODY) + "|" + TIME, "separators"),
                wrong(BODY, "GET:" + PATH + ":tok:" + sha(BODY) + ":" + TIME, "method"));
    }

    @ParameterizedTest
    @MethodSource("symmetricMistakes")
    void aWrongTextIsExplained(String body, String signed, String mistake) {
        SignatureDiagnosis found =
                examine(body, base64(Digests.hmac("HmacSHA512", SECRET, signed)));

        assertThat(names(found)).containsExactly(mistake);
        assertThat(found.toSign())
                .isEqualTo(
                        "POST:"
                                + PATH
                                + ":<access-token>:"
                                + sha(JsonText.minify(body))
                                + ":"
                                + TIME);
    }

    /** As DOKU's own library for Node does it. */
    @Test
    void spacesRemovedFromTextsAreExplained() {
        String body = "{\"name\":\"Budi Santoso\"}";
        String signed = "POST:" + PATH + ":tok:" + sha("{\"name\":\"BudiSantoso\"}") + ":" + TIME;

        assertThat(names(examine(body, base64(Digests.hmac("HmacSHA512", SECRET, signed)))))
                .containsExactly("spaces-in-texts-removed");
    }

    @Test
    void aRightSignatureIsNot() {
        assertThat(examine(BODY, base64(Digests.hmac("HmacSHA512", SECRET, right()))).isRight())
                .isTrue();
        assertThat(examine(PRETTY, base64(Digests.hmac("HmacSHA512", SECRET, right()))).isRight())
                .isTrue();
    }

    @Test
    void anotherKeySchemeOrWritingIsExplained() throws GeneralSecurityException {
        assertThat(names(examine(BODY, base64(Digests.hmac("HmacSHA512", "SK-other", right())))))
                .containsExactly("unexplained");
        assertThat(names(examine(BODY, base64(Digests.hmac("HmacSHA512", SECRET + "\n", right())))))
                .containsExactly("line-break-in-key");
        assertThat(names(examine(BODY, base64(Digests.hmac("HmacSHA512", "BRN-1", right())))))
                .containsExactly("client-id-as-key");
        assertThat(names(examine(BODY, base64(Digests.hmac("HmacSHA256", SECRET, right())))))
                .containsExactly("other-digest");
        assertThat(
                        names(
                                examine(
                                        BODY,
                                        HexFormat.of()
                                                .formatHex(
                                                        Digests.hmac(
                                                                "HmacSHA512", SECRET, right())))))
                .containsExactly("hexadecimal-signature");
        assertThat(names(examine(BODY, rsa(merchantKey(), "SHA256withRSA", "BRN-1|" + TIME))))
                .containsExactly("other-scheme");
        assertThat(names(examine(BODY, ""))).containsExactly("missing-part");
    }

    @Test
    void aQueryThatIsNotSignedIsExplained() {
        SimulatorRequest request =
                request(
                        PATH + "?a=b",
                        BODY,
                        TIME,
                        base64(Digests.hmac("HmacSHA512", SECRET, right())));

        assertThat(names(DOKU.diagnose(request).orElseThrow())).containsExactly("query-not-signed");
    }

    @Test
    void aClockSevenHoursAwayIsAZoneThatWasLeftOut() {
        String time = "2025-01-15T10:20:30Z";
        String signed = "POST:" + PATH + ":tok:" + sha(BODY) + ":" + time;
        SignatureDiagnosis found =
                DOKU.diagnose(
                                request(
                                        PATH,
                                        BODY,
                                        time,
                                        base64(Digests.hmac("HmacSHA512", SECRET, signed))))
                        .orElseThrow();

        assertThat(names(found)).containsExactly("clock");
        assertThat(found.mistakes().get(0).what())
                .contains("420 minutes ahead")
                .contains("Jakarta");
    }

    @Test
    void tokenRequestsAreExplained() throws GeneralSecurityException {
        PrivateKey mine = merchantKey();
        KeyPair other = RsaKeys.generate();
        String text = "BRN-1|" + TIME;

        assertThat(token("BRN-1", rsa(mine, "SHA256withRSA", text))).isEmpty();
        assertThat(token("BRN-1", rsa(other.getPrivate(), "SHA256withRSA", text)))
                .containsExactly("other-key");
        assertThat(token("BRN-1", rsa(mine, "SHA1withRSA", text))).containsExactly("other-digest");
        assertThat(token("BRN-1", rsa(mine, "SHA256withRSA", "BRN-1:" + TIME)))
                .containsExactly("separators");
        assertThat(token("BRN-1", rsa(mine, "SHA256withRSA", "BRN-1|2025-01-15T10:20:30+07:00")))
                .containsExactly("other-time-text");
        assertThat(token("BRN-1", rsa(mine, "SHA256withRSA", "something else")))
                .containsExactly("other-text");
        assertThat(token("BRN-1", base64(Digests.hmac("HmacSHA512", SECRET, text))))
                .containsExactly("other-scheme");
        assertThat(
                        token(
                                "BRN-1",
                                HexFormat.of()
                                        .formatHex(
                                                Base64.getDecoder()
                                                        .decode(rsa(mine, "SHA256withRSA", text)))))
                .containsExactly("hexadecimal-signature");
        assertThat(token("BRN-2", rsa(mine, "SHA256withRSA", "BRN-2|" + TIME)))
                .containsExactly("other-account");
    }

    private static List<String> token(String client, String signature) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("X-CLIENT-KEY", List.of(client));
        headers.put("X-TIMESTAMP", List.of(TIME));
        headers.put("X-SIGNATURE", List.of(signature));
        return names(
                DOKU.diagnose(
                                new SimulatorRequest(
                                        "POST",
                                        "/authorization/v1/access-token/b2b",
                                        headers,
                                        new byte[0]))
                        .orElseThrow());
    }

    private static SignatureDiagnosis examine(String body, String signature) {
        return DOKU.diagnose(request(PATH, body, TIME, signature)).orElseThrow();
    }

    private static SimulatorRequest request(
            String target, String body, String time, String signature) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Host", List.of("127.0.0.1:9"));
        headers.put("Authorization", List.of("Bearer tok"));
        headers.put("Authorization-customer", List.of("Bearer customer"));
        headers.put("X-PARTNER-ID", List.of("BRN-1"));
        headers.put("X-TIMESTAMP", List.of(time));
        headers.put("X-SIGNATURE", List.of(signature));
        return new SimulatorRequest("POST", target, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String right() {
        return "POST:" + PATH + ":tok:" + sha(BODY) + ":" + TIME;
    }

    private static Arguments wrong(String body, String signed, String mistake) {
        return Arguments.of(body, signed, mistake);
    }

    private static List<String> names(SignatureDiagnosis found) {
        return found.mistakes().stream().map(Mistake::name).toList();
    }

    private static PrivateKey merchantKey() {
        return RsaKeys.read(DOKU.merchantPrivateKeyPem()).getPrivate();
    }

    private static String rsa(PrivateKey key, String algorithm, String text)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return base64(signature.sign());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String sha(String text) {
        return HexFormat.of().formatHex(Digests.digest("SHA-256", text));
    }
}
