package id.dompet.testkit.doku;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkingTest {

    private Journey journey = new Journey();

    @AfterEach
    void stop() {
        journey.close();
    }

    private SnapReply bindWith(String field, String value) {
        ObjectNode body = journey.bindingBody(DokuChannel.ALLO);
        ObjectNode parent = field.equals("phoneNo") ? body : body.withObject("/additionalInfo");
        if (value.isEmpty()) {
            parent.remove(field);
        } else {
            parent.put(field, value);
        }
        return journey.merchant.call(Journey.BINDING, body);
    }

    @Test
    void aBindingStartsPendingWithItsAuthCode() {
        SnapReply bound = journey.bind(DokuChannel.OVO);

        assertThat(bound.code()).isEqualTo("2000700");
        assertThat(bound.field("referenceNo")).matches("\\d{12}");
        assertThat(bound.field("redirectUrl"))
                .startsWith(journey.doku.baseUrl() + "/direct-debit/ui/binding/core/");
        assertThat(bound.at("/additionalInfo/accountStatus")).isEqualTo("PENDING");
        assertThat(bound.at("/additionalInfo/custIdMerchant")).isEqualTo("cust-1");
        assertThat(journey.doku.authCodes(journey.wallet(DokuChannel.OVO))).isEmpty();
    }

    @Test
    void theCustomerGivesCodeAndPinAndIsSentToTheSuccessUrlExactlyAsGiven() {
        SnapReply bound = journey.bind(DokuChannel.OVO);

        URI back = journey.doku.customer().confirm(bound.uri("redirectUrl"));

        assertThat(back).hasToString(Journey.SUCCESS);
        assertThat(journey.doku.authCodes(journey.wallet(DokuChannel.OVO)))
                .containsExactly(bound.at("/additionalInfo/authCode"));
    }

    @Test
    void thePinAloneDoesNotLink() {
        SnapReply bound = journey.bind(DokuChannel.OVO);

        assertThat(journey.doku.customer().enterPin(bound.uri("redirectUrl"), "123456")).isEmpty();
        assertThat(journey.doku.authCodes(journey.wallet(DokuChannel.OVO))).isEmpty();
    }

    @Test
    void decliningOrWrongEntriesLeadToTheFailedUrl() {
        URI declined = journey.bind(DokuChannel.OVO).uri("redirectUrl");
        assertThat(journey.doku.customer().decline(declined)).hasToString(Journey.FAILED);
        URI wrong = journey.bind(DokuChannel.OVO).uri("redirectUrl");
        assertThat(journey.doku.customer().enterOtp(wrong, "000000")).isEmpty();
        assertThat(journey.doku.customer().enterOtp(wrong, "000000")).isEmpty();

        assertThat(journey.doku.customer().enterOtp(wrong, "000000"))
                .contains(URI.create(Journey.FAILED));
        assertThat(journey.doku.authCodes(journey.wallet(DokuChannel.OVO))).isEmpty();
    }

    @Test
    void thePageIsEscapedLabelledAndExpires() throws IOException, InterruptedException {
        URI page = journey.bind(DokuChannel.OVO).uri("redirectUrl");
        HttpClient browser = HttpClient.newHttpClient();
        HttpRequest get = HttpRequest.newBuilder(page).build();

        HttpResponse<String> shown = browser.send(get, HttpResponse.BodyHandlers.ofString());

        assertThat(shown.body())
                .contains("<label for=\"otp\">", "value=\"decline\"", "Link your OVO account")
                .doesNotContain("081234567890");
        journey.clock.advance(Duration.ofMinutes(15));
        assertThat(browser.send(get, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(410);
    }

    @ParameterizedTest
    @CsvSource({
        "phoneNo,'',4000702,phoneNo",
        "phoneNo,081234567890,4000701,phoneNo",
        "phoneNo,62812345,4000701,phoneNo",
        "phoneNo,62812345678901234,4000701,phoneNo",
        "channel,'',4000702,additionalInfo.channel",
        "channel,EMONEY_GOPAY_SNAP,4000701,additionalInfo.channel",
        "custIdMerchant,'',4000702,additionalInfo.custIdMerchant",
        "dateOfBirth,19991301,4000701,additionalInfo.dateOfBirth",
        "idCard,123456789012345678901,4000701,additionalInfo.idCard",
        "successRegistrationUrl,'',4000702,additionalInfo.successRegistrationUrl",
        "failedRegistrationUrl,javascript:alert(1),4000701,additionalInfo.failedRegistrationUrl",
        "deviceModel,'',4000702,additionalInfo.deviceModel",
        "osType,windows,4000701,additionalInfo.osType",
        "channelId,'',4000702,additionalInfo.channelId"
    })
    void eachFieldIsCheckedByName(String field, String value, String code, String named) {
        SnapReply reply = bindWith(field, value);

        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.message()).endsWith(" " + named);
    }

    @Test
    void aWalletThatCannotBeLinkedIsRefusedInTheWordsSeenLive() {
        DokuWallet wallet = journey.wallet(DokuChannel.OVO);

        wallet.registered(false);
        assertThat(journey.bind(DokuChannel.OVO).message())
                .isEqualTo(
                        "Transaction Not Permitted. OVO account not available please register to"
                                + " ovo");
        wallet.registered(true).blocked(true);
        assertThat(journey.bind(DokuChannel.OVO).message())
                .isEqualTo("Transaction Not Permitted. OVO account blocked temporary");
        wallet.blocked(false);
        journey.link(DokuChannel.OVO);
        assertThat(journey.bind(DokuChannel.OVO).message())
                .isEqualTo("Transaction Not Permitted. Account Already Registered");
        ObjectNode body = journey.bindingBody(DokuChannel.OVO);
        body.withObject("/additionalInfo").put("custIdMerchant", "cust-2");
        SnapReply other = journey.merchant.call(Journey.BINDING, body);
        assertThat(other.code()).isEqualTo("4030715");
        assertThat(other.message()).endsWith("OVO account already registered by another customer");
    }

    @Test
    void linkingAgainCanReplaceTheLink() {
        journey.close();
        journey =
                new Journey(
                        DokuSimulator.builder()
                                .notificationMode(NotificationMode.MANUAL)
                                .bindingStatusField(true)
                                .allowsRebinding(true));
        String first = journey.link(DokuChannel.OVO);

        assertThat(journey.bind(DokuChannel.OVO).at("/additionalInfo/status")).isEqualTo("PENDING");
        String second = journey.link(DokuChannel.OVO);

        assertThat(journey.balance(DokuChannel.OVO, first).code()).isEqualTo("4011102");
        assertThat(journey.balance(DokuChannel.OVO, second).code()).isEqualTo("2001100");
    }

    @Test
    void theBalanceHasCashAndPointsAndWhatIsAvailable() {
        journey.wallet(DokuChannel.OVO).balance(2_000_000).points(3);
        String customer = journey.link(DokuChannel.OVO);

        SnapReply balance = journey.balance(DokuChannel.OVO, customer);

        assertThat(balance.at("/accountInfos/0/balanceType")).isEqualTo("CASH");
        assertThat(balance.at("/accountInfos/0/availableBalance/value")).isEqualTo("2000000.00");
        assertThat(balance.at("/accountInfos/1/amount/value")).isEqualTo("3.00");
    }

    @Test
    void theArchiveBalanceTakesAnEmptyObjectOrNothing() {
        String customer = journey.link(DokuChannel.OVO);
        String path = Journey.ARCHIVE_OVO + "balance-inquiry";

        SnapReply balance = journey.merchant.call(path, MerchantClient.object(), customer);

        assertThat(balance.code()).isEqualTo("2001100");
        assertThat(balance.text()).doesNotContain("availableBalance");
        var headers = journey.merchant.headers(path, "");
        headers.put("Authorization-customer", customer);
        assertThat(journey.merchant.send(path, "", headers).code()).isEqualTo("2001100");
    }

    @Test
    void unbindingEndsTheLink() {
        String customer = journey.link(DokuChannel.OVO);

        assertThat(journey.unbind("Bearer " + customer).code()).isEqualTo("4000901");
        assertThat(journey.unbind("hdiwh3h832d832h382h3duh2").code()).isEqualTo("4010902");
        SnapReply unbound = journey.unbind(customer);

        assertThat(unbound.code()).isEqualTo("2000900");
        assertThat(unbound.field("referenceNo")).matches("[0-9a-f]{32}");
        assertThat(journey.unbind(customer).code()).isEqualTo("4010902");
        assertThat(journey.balance(DokuChannel.OVO, customer).code()).isEqualTo("4011102");
    }

    @Test
    void theArchiveUnbindingPathHasNoMerchantSegment() {
        String customer = journey.link(DokuChannel.OVO);
        ObjectNode body = MerchantClient.object().put("tokenId", customer);

        assertThat(
                        journey.merchant
                                .call("/direct-debit/ovo/v1.0/registration-account-unbinding", body)
                                .code())
                .isEqualTo("2000900");
    }
}
