package id.dompet.testkit.duitku;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.testkit.SignatureVerdict;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountLinkRefusalsTest {

    private static final String PHONE = "081234567890";
    private static final String BACK = "https://merchant.example/back";
    private static final String BODY = "{\"credentialCode\":\"x\",\"channel\":\"OL\"}";

    private final DuitkuSimulator duitku = DuitkuSimulator.builder().start();
    private final MerchantClient merchant = new MerchantClient(duitku);

    @AfterEach
    void stop() {
        duitku.close();
    }

    private int statusWith(String header, String value) {
        Map<String, String> headers = new HashMap<>(merchant.headers(BODY));
        headers.put(header, value);
        return merchant.accountLink("user/info", BODY, headers).status();
    }

    private static String code(MerchantClient.Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        return reply.field("resultCode");
    }

    @Test
    void aBodyThatDiffersInOneByteIsRefused() {
        String changed = BODY.replace("x", "y");

        assertThat(merchant.accountLink("user/info", changed, merchant.headers(BODY)).status())
                .isEqualTo(401);
        assertThat(duitku.journal().of(DuitkuOperation.USER_INFO).get(0).signature())
                .isEqualTo(SignatureVerdict.INVALID);
    }

    @Test
    void aBodySerialisedAgainIsRefused() {
        String spaced = BODY.replace(":", ": ");

        assertThat(merchant.accountLink("user/info", spaced, merchant.headers(BODY)).status())
                .isEqualTo(401);
        assertThat(merchant.accountLink("user/info", spaced, merchant.headers(spaced)).status())
                .isEqualTo(200);
    }

    @Test
    void bytesOutsideAsciiAreSignedAsTheyAreSent() {
        MerchantClient.Reply reply =
                merchant.connect(PHONE, "pelanggan-é-Ω-😀-\"kutip\"\\/", "OL", BACK);

        assertThat(code(reply)).isEqualTo("00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1657710956", "1657710956369", "16577109563681", "abc"})
    void anotherTimestampThanTheSignedOneIsRefused(String timestamp) {
        assertThat(statusWith("X-Duitku-timestamp", timestamp)).isEqualTo(401);
    }

    @Test
    void aTimestampInSecondsIsRefusedEvenWhenSigned() {
        String text = duitku.merchantCode() + "1657710956" + BODY + duitku.apiKey();
        Map<String, String> headers = new HashMap<>(merchant.headers(BODY));
        headers.put("X-Duitku-timestamp", "1657710956");
        headers.put("X-Duitku-signature", MerchantClient.digest("SHA-256", text));

        assertThat(merchant.accountLink("user/info", BODY, headers).status()).isEqualTo(401);
    }

    @Test
    void anUpperCaseSignatureIsRefused() {
        String signature = merchant.headers(BODY).getOrDefault("X-Duitku-signature", "");

        assertThat(statusWith("X-Duitku-signature", signature.toUpperCase(Locale.ROOT)))
                .isEqualTo(401);
    }

    @Test
    void missingHeadersAreRefused() {
        for (String header :
                new String[] {"X-Duitku-merchant", "X-Duitku-timestamp", "X-Duitku-signature"}) {
            Map<String, String> headers = new HashMap<>(merchant.headers(BODY));
            headers.remove(header);
            assertThat(merchant.accountLink("user/info", BODY, headers).status())
                    .as(header)
                    .isEqualTo(401);
        }
    }

    @Test
    void anotherMerchantIsNotFound() {
        Map<String, String> headers = new HashMap<>(merchant.headers(BODY));
        headers.put("X-Duitku-merchant", "D99999");

        assertThat(code(merchant.accountLink("user/info", BODY, headers))).isEqualTo("06");
    }

    @Test
    void onlyPostIsAllowed() {
        URI address = URI.create(duitku.accountLinkBaseUrl() + "/api/accountlinking/v1/user/info");

        assertThat(merchant.send(HttpRequest.newBuilder(address).GET()).status()).isEqualTo(405);
    }

    @Test
    void theRightSpellingOfTheTopUpPathDoesNotExist() {
        assertThat(merchant.accountLink("topup/instructions", BODY, Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void somethingElseThanJsonIsRefused() {
        assertThat(statusWith("Content-Type", "text/plain")).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"channel\":\"OL\"} x", "\"OL\"", "{\"x\":1}"})
    void aBodyThatIsNoRequestIsCode05(String body) {
        assertThat(code(merchant.accountLink("connect", body, merchant.headers(body))))
                .isEqualTo("05");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0812,cust,OL,https://m.example,03",
                "'',cust,OL,https://m.example,03",
                "021-5551234,cust,OL,https://m.example,03",
                "081234567890,cust,OV,https://m.example,04",
                "081234567890,cust,'',https://m.example,05",
                "081234567890,cust,OL,'',08",
                "081234567890,cust,OL,not a url,08",
                "081234567890,cust,OL,javascript:alert(1),08",
                "081234567890,'',OL,https://m.example,09"
            })
    void eachWrongFieldHasItsCode(
            String phone, String customer, String channel, String returnUrl, String expected) {
        assertThat(code(merchant.connect(phone, customer, channel, returnUrl))).isEqualTo(expected);
    }

    @Test
    void fieldsThatAreTooLongHaveTheirCode() {
        assertThat(code(merchant.connect(PHONE, "c".repeat(255), "OL", BACK))).isEqualTo("00");
        assertThat(code(merchant.connect(PHONE, "c".repeat(256), "OL", BACK))).isEqualTo("09");
        String longUrl = BACK + "/" + "x".repeat(255 - BACK.length());
        assertThat(code(merchant.connect(PHONE, "c", "OL", longUrl))).isEqualTo("08");
    }

    @Test
    void lengthsCountCharactersNotCodeUnits() {
        String wide = "\uD83D\uDE00";

        assertThat(code(merchant.connect(PHONE, wide.repeat(255), "OL", BACK))).isEqualTo("00");
        assertThat(code(merchant.connect(PHONE, wide.repeat(256), "OL", BACK))).isEqualTo("09");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "081234567890",
                "6281234567890",
                "+6281234567890",
                "81234567890",
                "+62 812-3456-7890",
                "(0812) 3456.7890",
                "+62 (0)81234567890"
            })
    void everyUsualSpellingIsTheSameWallet(String spelling) {
        duitku.wallet(Channel.OVO, "081234567890").blocked(true);

        assertThat(code(merchant.connect(spelling, "c", "OL", BACK))).isEqualTo("01");
    }

    @Test
    void aNumberWithoutWalletIsCode03() {
        duitku.wallet(Channel.OVO, PHONE).registered(false);

        assertThat(code(merchant.connect(PHONE, "c", "OL", BACK))).isEqualTo("03");
    }

    @Test
    void aChannelThatIsNotActiveIsCode07() {
        try (DuitkuSimulator ovoOnly =
                DuitkuSimulator.builder().channels(EnumSet.of(Channel.OVO)).start()) {
            assertThat(code(new MerchantClient(ovoOnly).connect(PHONE, "c", "SL", BACK)))
                    .isEqualTo("07");
        }
    }

    @Test
    void unknownCredentialsAndThoseOfAnotherChannelAreCode10() {
        String ovo = merchant.link(Channel.OVO, PHONE, "cust-1");

        for (String operation : new String[] {"user/info", "disconnect"}) {
            assertThat(code(merchant.withCredential(operation, ovo, "SL"))).isEqualTo("10");
            assertThat(code(merchant.withCredential(operation, "unknown", "OL"))).isEqualTo("10");
            assertThat(code(merchant.withCredential(operation, "x".repeat(51), "OL")))
                    .isEqualTo("10");
        }
        assertThat(code(merchant.withCredential("user/info", ovo, "OL"))).isEqualTo("00");
    }

    @Test
    void namesOfFieldsMatchInAnyCaseAndUnknownOnesAreIgnored() {
        String body =
                "{\"PHONENUMBER\":\"081234567890\",\"customeruniqueid\":\"c\",\"Channel\":\"OL\","
                        + "\"returnURL\":\"https://m.example\",\"extra\":{\"a\":[1]}}";

        assertThat(code(merchant.accountLink("connect", body, merchant.headers(body))))
                .isEqualTo("00");
    }
}
