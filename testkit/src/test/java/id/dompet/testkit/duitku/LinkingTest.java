package id.dompet.testkit.duitku;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.testkit.AdjustableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinkingTest {

    private static final String PHONE = "081234567890";
    private static final String BACK = "https://merchant.example/back";

    private final AdjustableClock clock = AdjustableClock.at(Instant.parse("2026-11-20T08:00:00Z"));
    private final DuitkuSimulator duitku = DuitkuSimulator.builder().clock(clock).start();
    private final MerchantClient merchant = new MerchantClient(duitku);

    @AfterEach
    void stop() {
        duitku.close();
    }

    private URI page() {
        return URI.create(merchant.connect(PHONE, "cust 1&x", "OL", BACK).field("webviewUrl"));
    }

    @Test
    void theRightPinLeadsBackWithFiveParameters() {
        URI back = duitku.customer().confirm(page());

        String code = duitku.credentialCodes(duitku.wallet(Channel.OVO, PHONE)).get(0);
        assertThat(code).hasSize(36);
        assertThat(back)
                .hasToString(
                        BACK
                                + "?resultCode=00&phoneNumber=081234567890&state=LINKAGE&credentialCode="
                                + code
                                + "&customerUniqueId=cust%201%26x");
    }

    @Test
    void aDeclinedLinkLeadsBackWithoutCredential() {
        URI back = duitku.customer().decline(page());

        assertThat(back)
                .hasToString(
                        BACK
                                + "?resultCode=01&phoneNumber=081234567890&state=LINKAGE"
                                + "&customerUniqueId=cust%201%26x");
        assertThat(duitku.credentialCodes(duitku.wallet(Channel.OVO, PHONE))).isEmpty();
    }

    @Test
    void threeWrongPinsEndTheAttempt() {
        URI page = page();

        assertThat(duitku.customer().enterPin(page, "000000")).isEmpty();
        assertThat(duitku.customer().enterPin(page, "111111")).isEmpty();
        assertThat(duitku.customer().enterPin(page, "222222"))
                .hasValueSatisfying(
                        back ->
                                assertThat(back.toString())
                                        .contains("resultCode=01")
                                        .doesNotContain("credentialCode"));
        assertThat(duitku.customer().enterPin(page, "123456")).isEmpty();
    }

    @Test
    void aTicketWorksOnce() {
        URI page = page();
        URI first = duitku.customer().confirm(page);

        assertThat(first.toString()).contains("resultCode=00");
        assertThat(duitku.customer().enterPin(page, "123456")).isEmpty();
        assertThat(merchant.get(page).status()).isEqualTo(410);
    }

    @Test
    void anUnknownTicketOpensNothing() {
        URI page = URI.create(duitku.webApiBaseUrl() + "/wallet/link?ticket=guess");

        assertThat(merchant.get(page).status()).isEqualTo(410);
    }

    @Test
    void aPageExpires() {
        URI page = page();
        clock.advance(Duration.ofMinutes(15));

        assertThat(merchant.get(page).status()).isEqualTo(410);
        assertThat(duitku.customer().enterPin(page, "123456")).isEmpty();
    }

    @Test
    void thePageShowsAFormAndNoScript() {
        MerchantClient.Reply reply = merchant.get(page());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text())
                .contains("name=\"viewport\"", "<label for=\"pin\">", "0812******90")
                .doesNotContain("<script", PHONE);
    }

    @Test
    void userInfoTellsTheBalanceOfALinkedWallet() {
        duitku.wallet(Channel.OVO, PHONE).balance(549_159).points(7);
        String code = merchant.link(Channel.OVO, "+62 812-3456-7890", "cust-1");

        MerchantClient.Reply reply = merchant.withCredential("user/info", code, "OL");

        assertThat(reply.text())
                .isEqualTo(
                        "{\"accountStatus\":\"LINKED\",\"channel\":\"OL\",\"balanceCash\":549159,"
                                + "\"balancePoint\":7,\"resultCode\":\"00\",\"resultMessage\":\"SUCCESS\"}");
    }

    @Test
    void balancesCanBeStrings() {
        try (DuitkuSimulator strings =
                DuitkuSimulator.builder().balanceFormat(BalanceFormat.STRING).start()) {
            MerchantClient other = new MerchantClient(strings);
            String code = other.link(Channel.SHOPEEPAY, PHONE, "cust-1");

            assertThat(other.withCredential("user/info", code, "SL").text())
                    .contains("\"balanceCash\":\"1000000\",\"balancePoint\":\"0\"");
        }
    }

    @Test
    void disconnectEndsTheLinkOnce() {
        String code = merchant.link(Channel.OVO, PHONE, "cust-1");

        assertThat(merchant.withCredential("disconnect", code, "OL").field("resultCode"))
                .isEqualTo("00");
        assertThat(merchant.withCredential("disconnect", code, "OL").field("resultCode"))
                .isEqualTo("10");
        assertThat(merchant.withCredential("user/info", code, "OL").field("accountStatus"))
                .isEqualTo("UNLINKED");
    }

    @Test
    void unlinkingInTheWalletsAppIsSeenByAskingOnly() {
        String code = merchant.link(Channel.OVO, PHONE, "cust-1");
        duitku.wallet(Channel.OVO, PHONE).unlinkInApp();

        MerchantClient.Reply reply = merchant.withCredential("user/info", code, "OL");

        assertThat(reply.field("accountStatus")).isEqualTo("UNLINKED");
        assertThat(reply.json().has("balanceCash")).isFalse();
    }

    @Test
    void linkingAgainReplacesTheCustomersOwnCodeOnly() {
        String mine = merchant.link(Channel.OVO, PHONE, "cust-1");
        String others = merchant.link(Channel.OVO, PHONE, "cust-2");
        String renewed = merchant.link(Channel.OVO, PHONE, "cust-1");

        assertThat(duitku.credentialCodes(duitku.wallet(Channel.OVO, PHONE)))
                .containsExactly(others, renewed)
                .doesNotContain(mine);
    }

    @Test
    void topUpIsForOvoOnly() {
        String ovo = merchant.link(Channel.OVO, PHONE, "cust-1");
        String shopee = merchant.link(Channel.SHOPEEPAY, PHONE, "cust-1");

        MerchantClient.Reply reply = merchant.withCredential("topup/intructions", ovo, "OL");
        assertThat(reply.field("resultCode")).isEqualTo("00");
        assertThat(reply.json().path("data").findValuesAsText("displayText"))
                .containsExactly("ATM", "Internet / Mobile Banking", "Grab", "Tokopedia");
        assertThat(merchant.withCredential("topup/intructions", shopee, "SL").field("resultCode"))
                .isEqualTo("04");
    }

    @Test
    void theProductionPathWithoutPrefixWorksToo() {
        String body = "{\"credentialCode\":\"x\",\"channel\":\"OL\"}";
        MerchantClient.Reply reply =
                merchant.post(
                        URI.create(duitku.webApiBaseUrl() + "/api/accountlinking/v1/user/info"),
                        body,
                        merchant.headers(body));

        assertThat(reply.field("resultCode")).isEqualTo("10");
    }

    @Test
    void aReturnUrlWithAQueryIsContinued() {
        URI page =
                URI.create(merchant.connect(PHONE, "c", "OL", BACK + "?a=1").field("webviewUrl"));

        assertThat(duitku.customer().confirm(page).toString()).contains("/back?a=1&resultCode=00&");
    }

    @Test
    void aReturnUrlWithAQueryCanGetASecondQuestionMark() {
        try (DuitkuSimulator literal =
                DuitkuSimulator.builder()
                        .returnUrlStyle(ReturnUrlStyle.SECOND_QUESTION_MARK)
                        .start()) {
            String page =
                    new MerchantClient(literal)
                            .connect(PHONE, "c", "OL", BACK + "?a=1")
                            .field("webviewUrl");

            Optional<URI> back = literal.customer().enterPin(URI.create(page), "123456");
            assertThat(back)
                    .hasValueSatisfying(
                            url -> assertThat(url.toString()).contains("/back?a=1?resultCode=00&"));
        }
    }

    @Test
    void aReturnUrlOutsideAsciiIsEscapedForTheHeader() {
        String page =
                merchant.connect(PHONE, "c", "OL", "https://merchant.example/kembali-é")
                        .field("webviewUrl");

        assertThat(duitku.customer().confirm(URI.create(page)).toString())
                .startsWith("https://merchant.example/kembali-%C3%A9?resultCode=00&");
    }

    @Test
    void anAppsOwnSchemeCanBeReturnedTo() {
        String page = merchant.connect(PHONE, "c", "OL", "myshop://linked").field("webviewUrl");

        assertThat(duitku.customer().confirm(URI.create(page)).toString())
                .startsWith("myshop://linked?resultCode=00&");
    }
}
