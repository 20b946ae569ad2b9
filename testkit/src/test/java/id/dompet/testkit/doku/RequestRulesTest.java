package id.dompet.testkit.doku;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.testkit.SignatureVerdict;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRulesTest {

    private static final String OTHER_FORM =
            "{\"phoneNo\": \"6281234567890\",\n \"additionalInfo\": {\"channel\":"
                    + " \"EMONEY_OVO_SNAP\", \"custIdMerchant\": \"caf\\u00e9\","
                    + " \"successRegistrationUrl\": \"https:\\/\\/shop.example\\/ok?a\\u003d1\","
                    + " \"failedRegistrationUrl\": \"https://shop.example/no\"}}";
    private static final String PLAIN_FORM =
            "{\"phoneNo\":\"6281234567890\",\"additionalInfo\":{\"channel\":"
                    + "\"EMONEY_OVO_SNAP\",\"custIdMerchant\":\"caf\u00e9\","
                    + "\"successRegistrationUrl\":\"https://shop.example/ok?a=1\","
                    + "\"failedRegistrationUrl\":\"https://shop.example/no\"}}";

    private Journey journey = new Journey();

    @AfterEach
    void stop() {
        journey.close();
    }

    private void restart(DokuSimulatorBuilder builder) {
        journey.close();
        journey = new Journey(builder.notificationMode(NotificationMode.MANUAL));
    }

    private String body() {
        return journey.bindingBody(DokuChannel.OVO).toString();
    }

    private SnapReply bind(Map<String, String> headers) {
        return journey.merchant.send(Journey.BINDING, body(), headers);
    }

    private Map<String, String> headers() {
        return journey.merchant.headers(Journey.BINDING, body());
    }

    @ParameterizedTest
    @CsvSource({
        "X-PARTNER-ID,'',4000702,Invalid Mandatory Field X-PARTNER-ID",
        "X-PARTNER-ID,BRN-other,4010700,Unauthorized. Unknown Client",
        "X-PARTNER-ID,1234567890123456789012345678901234567,4000701,Invalid Field Format X-PARTNER-ID",
        "X-EXTERNAL-ID,'',4000702,Invalid Mandatory Field X-EXTERNAL-ID",
        "X-EXTERNAL-ID,12a,4000701,Invalid Field Format X-EXTERNAL-ID",
        "X-EXTERNAL-ID,1234567890123456789012345678901234567,4000701,Invalid Field Format X-EXTERNAL-ID",
        "X-TIMESTAMP,'',4000702,Invalid Mandatory Field X-TIMESTAMP",
        "X-TIMESTAMP,2025-01-15T03:20:30+5.5:30,4000701,Invalid Field Format X-TIMESTAMP",
        "X-TIMESTAMP,2025-01-15T03:20:31Z,4010700,Unauthorized. Invalid Signature",
        "X-SIGNATURE,'',4000702,Invalid Mandatory Field X-SIGNATURE",
        "X-SIGNATURE,AAAA,4010700,Unauthorized. Invalid Signature",
        "Authorization,'',4000702,Invalid Mandatory Field Authorization",
        "Authorization,Bearer,4010703,Token Not Found (B2B)",
        "Authorization,95221,4010701,Invalid Token (B2B)",
        "Authorization,Bearer 95221,4010701,Invalid Token (B2B)",
        "CHANNEL-ID,TOOLONG,4000701,Invalid Field Format CHANNEL-ID",
        "X-IP-ADDRESS,256.1.1.1,4000701,Invalid Field Format X-IP-ADDRESS",
        "Content-Type,text/plain,4000701,Invalid Field Format Content-Type"
    })
    void eachHeaderIsChecked(String header, String value, String code, String message) {
        Map<String, String> headers = headers();
        headers.put(header, value);

        SnapReply reply = bind(headers);

        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.message()).isEqualTo(message);
        assertThat(reply.status()).isEqualTo(Integer.parseInt(code.substring(0, 3)));
    }

    @Test
    void aHexSignatureOrOneOverTheWordBearerIsRefused() {
        Map<String, String> headers = headers();
        String base64 = headers.getOrDefault("X-SIGNATURE", "");
        headers.put("X-SIGNATURE", HexFormat.of().formatHex(Base64.getDecoder().decode(base64)));
        assertThat(bind(headers).code()).isEqualTo("4010700");

        String token = journey.merchant.renewToken();
        journey.merchant.useToken("Bearer " + token);
        headers = headers();
        headers.put("Authorization", "Bearer " + token);
        assertThat(bind(headers).code()).isEqualTo("4010700");
    }

    @Test
    void anOffsetOfMinusZeroIsTakenInSignedRequestsToo() {
        Map<String, String> headers =
                journey.merchant.sign(
                        headers(), Journey.BINDING, body(), "2025-01-15T03:20:30-00:00");

        assertThat(bind(headers).code()).isEqualTo("2000700");
    }

    @ParameterizedTest
    @EnumSource(AcceptedDigest.class)
    void theBytesThatAreSentCanAlwaysBeSigned(AcceptedDigest accepted) {
        restart(DokuSimulator.builder().acceptedDigest(accepted));
        Map<String, String> headers = journey.merchant.headers(Journey.BINDING, OTHER_FORM);

        assertThat(journey.merchant.send(Journey.BINDING, OTHER_FORM, headers).code())
                .isEqualTo("2000700");
    }

    @ParameterizedTest
    @CsvSource({"RAW_BYTES,4010700", "MINIFIED,4010700", "RESERIALISED,2000700"})
    void whatALibrarySignsMayDifferFromWhatItSendsOnlyWhereThatIsAccepted(
            AcceptedDigest accepted, String code) {
        restart(DokuSimulator.builder().acceptedDigest(accepted));
        Map<String, String> headers = journey.merchant.headers(Journey.BINDING, PLAIN_FORM);

        assertThat(journey.merchant.send(Journey.BINDING, OTHER_FORM, headers).code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"RAW_BYTES,4010700", "MINIFIED,2000700"})
    void whiteSpaceBetweenTokensNeedNotBeSigned(AcceptedDigest accepted, String code) {
        restart(DokuSimulator.builder().acceptedDigest(accepted));
        Map<String, String> headers = journey.merchant.headers(Journey.BINDING, body());
        String spaced = journey.bindingBody(DokuChannel.OVO).toPrettyString();

        assertThat(journey.merchant.send(Journey.BINDING, spaced, headers).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "\"text\""})
    void aBodyThatIsNoObjectIsABadRequest(String body) {
        Map<String, String> headers = journey.merchant.headers(Journey.BINDING, body);

        assertThat(journey.merchant.send(Journey.BINDING, body, headers).code())
                .isEqualTo("4000700");
    }

    @Test
    void unknownFieldsAreIgnored() {
        var body = journey.bindingBody(DokuChannel.OVO).put("surprise", 1);
        body.withObject("/additionalInfo").putObject("origin").put("product", "SDK");

        assertThat(journey.merchant.call(Journey.BINDING, body).code()).isEqualTo("2000700");
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswerAgainWith409() {
        Map<String, String> headers = headers();
        SnapReply first = bind(headers);

        SnapReply again = bind(headers);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).isEqualTo(first.text());
    }

    @Test
    void anExternalIdUsedForAnotherRequestIsAConflict() {
        Map<String, String> headers = headers();
        bind(headers);
        String other =
                journey.bindingBody(DokuChannel.OVO).put("phoneNo", "628111111111").toString();
        journey.merchant.sign(headers, Journey.BINDING, other, MerchantClient.TIMESTAMP);

        assertThat(journey.merchant.send(Journey.BINDING, other, headers).code())
                .isEqualTo("4090700");
    }

    @Test
    void anyRepetitionCanBeAConflict() {
        restart(DokuSimulator.builder().duplicateExternalId(DuplicateExternalId.CONFLICT));
        Map<String, String> headers = headers();
        bind(headers);

        assertThat(bind(headers).code()).isEqualTo("4090700");
    }

    @Test
    void aRefusedSignatureDoesNotUseTheExternalIdUp() {
        Map<String, String> headers = headers();
        String signature = headers.getOrDefault("X-SIGNATURE", "");
        headers.put("X-SIGNATURE", "AAAA");
        bind(headers);

        headers.put("X-SIGNATURE", signature);

        assertThat(bind(headers).code()).isEqualTo("2000700");
    }

    @Test
    void aNewDayInJakartaBeginsAfresh() {
        Map<String, String> headers = headers();
        bind(headers);
        journey.clock.set(Instant.parse("2025-01-15T17:00:00Z"));
        journey.merchant.renewToken();
        headers.put("Authorization", headers().getOrDefault("Authorization", ""));
        journey.merchant.sign(headers, Journey.BINDING, body(), MerchantClient.TIMESTAMP);

        assertThat(bind(headers).code()).isEqualTo("2000700");
    }

    @Test
    void theJournalTellsWhatTheSignatureCheckFound() {
        bind(headers());
        Map<String, String> headers = headers();
        headers.put("X-SIGNATURE", "AAAA");
        bind(headers);
        headers.remove("X-SIGNATURE");
        bind(headers);

        assertThat(journey.doku.journal().of(DokuOperation.ACCOUNT_BINDING))
                .extracting(entry -> entry.signature())
                .containsExactly(
                        SignatureVerdict.VALID, SignatureVerdict.INVALID, SignatureVerdict.MISSING);
    }
}
