package id.dompet.testkit.doku;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    private static final ObjectNode CREDENTIALS =
            MerchantClient.object().put("grantType", "client_credentials");

    private Journey journey = new Journey();

    @AfterEach
    void stop() {
        journey.close();
    }

    private void restart(DokuSimulatorBuilder builder) {
        journey.close();
        journey = new Journey(builder.notificationMode(NotificationMode.MANUAL));
    }

    private SnapReply merchantToken(Map<String, String> headers) {
        return journey.merchant.send(MerchantClient.B2B, CREDENTIALS.toString(), headers);
    }

    private String authCode() {
        SnapReply bound = journey.bind(DokuChannel.OVO);
        journey.doku.customer().confirm(bound.uri("redirectUrl"));
        return bound.at("/additionalInfo/authCode");
    }

    @Test
    void aMerchantTokenComesWithItsLifetimeInSeconds() {
        SnapReply reply = journey.merchant.token(MerchantClient.B2B, CREDENTIALS);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text())
                .contains(
                        "\"responseCode\":\"2007300\"",
                        "\"tokenType\":\"Bearer\"",
                        "\"expiresIn\":900",
                        "\"additionalInfo\":\"\"");
        assertThat(reply.field("accessToken").split("\\.")).hasSize(3);
    }

    @Test
    void numbersAndTextsCanBeSwapped() {
        restart(
                DokuSimulator.builder()
                        .tokens(t -> t.expiresInAsText(true).additionalInfoAsObject(true))
                        .responseCodeAsNumber(true));

        assertThat(journey.merchant.token(MerchantClient.B2B, CREDENTIALS).text())
                .contains(
                        "\"responseCode\":2007300",
                        "\"expiresIn\":\"900\"",
                        "\"additionalInfo\":{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-15T03:20:30Z",
                "2025-01-15T10:20:30+07:00",
                "2020-12-21T07:56:11.000Z",
                "2025-01-15T03:20:30-00:00"
            })
    void everyKnownWayToWriteTheTimeIsTaken(String timestamp) {
        assertThat(merchantToken(journey.merchant.tokenHeaders(timestamp)).code())
                .isEqualTo("2007300");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-15T03:20:30+5.5:30",
                "2025-01-15T03:20:30",
                "2025-01-15 03:20:30Z",
                "2025-02-30T03:20:30Z",
                "1736911230"
            })
    void anyOtherTimeIsRefused(String timestamp) {
        SnapReply reply = merchantToken(journey.merchant.tokenHeaders(timestamp));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("4007301");
        assertThat(reply.message()).isEqualTo("Invalid Field Format X-TIMESTAMP");
    }

    @Test
    void aTimeTooFarOffIsRefusedWhereThatIsLimited() {
        restart(DokuSimulator.builder().clockSkew(Duration.ofMinutes(5)));
        journey.clock.advance(Duration.ofMinutes(5));
        assertThat(merchantToken(journey.merchant.tokenHeaders(MerchantClient.TIMESTAMP)).code())
                .isEqualTo("2007300");

        journey.clock.advance(Duration.ofSeconds(1));

        assertThat(merchantToken(journey.merchant.tokenHeaders(MerchantClient.TIMESTAMP)).code())
                .isEqualTo("4017300");
    }

    @ParameterizedTest
    @CsvSource({
        "X-CLIENT-KEY,BRN-other,4017300",
        "X-SIGNATURE,AAAA,4017300",
        "X-SIGNATURE,!!,4017300",
        "X-SIGNATURE,' ',4007302",
        "X-CLIENT-KEY,' ',4007302",
        "X-TIMESTAMP,' ',4007302",
        "Content-Type,text/plain,4007301"
    })
    void aTokenRequestIsRefusedForEachHeader(String header, String value, String code) {
        Map<String, String> headers = journey.merchant.tokenHeaders(MerchantClient.TIMESTAMP);
        headers.put(header, value);

        assertThat(merchantToken(headers).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"{},4007302", "{\"grantType\":\"password\"},4007301", "[],4007300", "{,4007300"})
    void aTokenRequestIsRefusedForItsBody(String body, String code) {
        assertThat(
                        journey.merchant
                                .send(
                                        MerchantClient.B2B,
                                        body,
                                        journey.merchant.tokenHeaders(MerchantClient.TIMESTAMP))
                                .code())
                .isEqualTo(code);
    }

    @Test
    void aMerchantTokenExpiresByTheClock() {
        String customer = journey.link(DokuChannel.OVO);
        journey.clock.advance(Duration.ofSeconds(899));
        assertThat(journey.balance(DokuChannel.OVO, customer).code()).isEqualTo("2001100");

        journey.clock.advance(Duration.ofSeconds(1));

        assertThat(journey.balance(DokuChannel.OVO, customer).code()).isEqualTo("4011101");
    }

    @Test
    void severalMerchantTokensLiveSideBySideUnlessOnlyTheLatestCounts() {
        String first = journey.merchant.renewToken();
        journey.merchant.renewToken();
        journey.merchant.useToken(first);
        assertThat(journey.bind(DokuChannel.OVO).code()).isEqualTo("2000700");

        restart(DokuSimulator.builder().tokens(t -> t.onlyLatestIsValid(true)));
        first = journey.merchant.renewToken();
        String latest = journey.merchant.renewToken();
        journey.merchant.useToken(first);
        assertThat(journey.bind(DokuChannel.OVO).code()).isEqualTo("4010701");
        journey.merchant.useToken(latest);
        assertThat(journey.bind(DokuChannel.OVO).code()).isEqualTo("2000700");
    }

    @Test
    void allMerchantTokensCanBeForgotten() {
        journey.merchant.renewToken();
        journey.doku.revokeMerchantTokens();

        assertThat(journey.bind(DokuChannel.OVO).code()).isEqualTo("4010701");
    }

    @Test
    void anAuthCodeIsGoodForNothingBeforeTheCustomerHasFinished() {
        SnapReply bound = journey.bind(DokuChannel.OVO);
        String authCode = bound.at("/additionalInfo/authCode");
        assertThat(journey.merchant.customerToken(authCode).code()).isEqualTo("4017400");
        URI page = bound.uri("redirectUrl");
        assertThat(journey.doku.customer().enterOtp(page, DokuCustomer.RIGHT_OTP)).isEmpty();
        assertThat(journey.merchant.customerToken(authCode).code()).isEqualTo("4017400");

        journey.doku.customer().enterPin(page, DokuCustomer.RIGHT_PIN);

        SnapReply token = journey.merchant.customerToken(authCode);
        assertThat(token.code()).isEqualTo("2007400");
        assertThat(token.field("accessTokenExpiryTime")).isEqualTo("2025-01-15T10:35:30+07:00");
        assertThat(token.field("refreshTokenExpiryTime")).isEqualTo("2025-01-30T10:35:30+07:00");
        assertThat(token.json().has("expiresIn")).isFalse();
        assertThat(journey.merchant.customerToken(authCode).code()).isEqualTo("2007400");
    }

    @Test
    void anUnlinkedAccountGetsNoTokenAnyMore() {
        String authCode = authCode();
        SnapReply token = journey.merchant.customerToken(authCode);

        journey.wallet(DokuChannel.OVO).unlinkInApp();

        assertThat(journey.balance(DokuChannel.OVO, token.field("accessToken")).code())
                .isEqualTo("4011102");
        assertThat(journey.merchant.customerToken(authCode).code()).isEqualTo("4017400");
        assertThat(journey.merchant.refresh(token.field("refreshToken")).code())
                .isEqualTo("4017400");
    }

    @Test
    void aCustomerTokenExpiresAndIsRefreshedUntilTheRefreshTokenExpires() {
        SnapReply token = journey.merchant.customerToken(authCode());
        journey.clock.advance(Duration.ofMinutes(15));
        journey.merchant.renewToken();
        assertThat(journey.balance(DokuChannel.OVO, token.field("accessToken")).code())
                .isEqualTo("4011102");

        SnapReply refreshed = journey.merchant.refresh(token.field("refreshToken"));

        assertThat(journey.balance(DokuChannel.OVO, refreshed.field("accessToken")).code())
                .isEqualTo("2001100");
        assertThat(journey.merchant.refresh(token.field("refreshToken")).code())
                .isEqualTo("2007400");
        journey.clock.advance(Duration.ofDays(15));
        assertThat(journey.merchant.refresh(token.field("refreshToken")).code())
                .isEqualTo("4017400");
    }

    @Test
    void aRefreshTokenCanBeGoodForOneUseOnly() {
        restart(DokuSimulator.builder().tokens(t -> t.rotatesRefreshTokens(true)));
        String refresh = journey.merchant.customerToken(authCode()).field("refreshToken");

        assertThat(journey.merchant.refresh(refresh).code()).isEqualTo("2007400");
        assertThat(journey.merchant.refresh(refresh).code()).isEqualTo("4017400");
    }

    @Test
    void thereNeedNotBeARefreshToken() {
        restart(DokuSimulator.builder().tokens(t -> t.refreshable(false)));

        assertThat(journey.merchant.customerToken(authCode()).json().has("refreshToken")).isFalse();
    }

    @Test
    void theAuthCodeOrTheRefreshTokenHasToBeThere() {
        ObjectNode code = MerchantClient.object().put("grantType", "authorization_code");
        ObjectNode refresh = MerchantClient.object().put("grantType", "refresh_token");

        assertThat(journey.merchant.token(MerchantClient.B2B2C, code).message())
                .isEqualTo("Invalid Mandatory Field authCode");
        assertThat(journey.merchant.token(MerchantClient.B2B2C, refresh).code())
                .isEqualTo("4007402");
        assertThat(journey.merchant.token(MerchantClient.B2B2C, CREDENTIALS).code())
                .isEqualTo("4007401");
    }

    @Test
    void bothLifetimesCanBeChosen() {
        restart(
                DokuSimulator.builder()
                        .tokens(
                                t ->
                                        t.merchantLifetime(Duration.ofSeconds(5))
                                                .customerLifetime(Duration.ofSeconds(3))
                                                .refreshLifetime(Duration.ofSeconds(1))));
        assertThat(journey.merchant.token(MerchantClient.B2B, CREDENTIALS).field("expiresIn"))
                .isEqualTo("5");
        SnapReply token = journey.merchant.customerToken(authCode());

        journey.clock.advance(Duration.ofSeconds(3));
        assertThat(journey.balance(DokuChannel.OVO, token.field("accessToken")).code())
                .isEqualTo("4011102");
        journey.clock.advance(Duration.ofSeconds(1));
        assertThat(journey.merchant.refresh(token.field("refreshToken")).code())
                .isEqualTo("4017400");
    }
}
