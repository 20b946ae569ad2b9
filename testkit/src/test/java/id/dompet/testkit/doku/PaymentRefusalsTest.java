package id.dompet.testkit.doku;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentRefusalsTest {

    private static final String ALLO_REFERENCE = "INV-0001-0000-0000-0000-0000-0001";

    private Journey journey = new Journey();

    @AfterEach
    void stop() {
        journey.close();
    }

    private void restart(DokuSimulatorBuilder builder) {
        journey.close();
        journey = new Journey(builder.notificationMode(NotificationMode.MANUAL));
    }

    private SnapReply payEdited(DokuChannel channel, String reference, String edit) {
        String customer = journey.link(channel);
        ObjectNode body = journey.paymentBody(channel, reference, 10_000);
        int mark = edit.indexOf('=');
        String pointer = edit.substring(0, mark);
        String value = edit.substring(mark + 1);
        int slash = pointer.lastIndexOf('/');
        ObjectNode parent = slash == 0 ? body : (ObjectNode) body.at(pointer.substring(0, slash));
        if (value.isEmpty()) {
            parent.remove(pointer.substring(slash + 1));
        } else {
            parent.put(pointer.substring(slash + 1), value);
        }
        return journey.merchant.call(Journey.PAYMENT, body, customer);
    }

    @ParameterizedTest
    @CsvSource({
        "/partnerReferenceNo=,4005402,partnerReferenceNo",
        "/amount=,4005402,amount",
        "/amount/value=10000,4005401,amount.value",
        "/amount/value=10000.0,4005401,amount.value",
        "/amount/currency=USD,4005401,amount.currency",
        "/amount/currency=,4005402,amount.currency",
        "/feeType=ALL,4005401,feeType",
        "/payOptionDetails=,4005402,payOptionDetails",
        "/payOptionDetails=CASH,4005401,payOptionDetails",
        "/payOptionDetails/0/payMethod=BALANCE,4005401,payOptionDetails[0].payMethod",
        "/payOptionDetails/0/transAmount=,4005402,payOptionDetails[0].transAmount",
        "/additionalInfo/paymentType=DIRECT,4005401,additionalInfo.paymentType",
        "/additionalInfo/successPaymentUrl=,4005402,additionalInfo.successPaymentUrl",
        "/additionalInfo/failedPaymentUrl=no url,4005401,additionalInfo.failedPaymentUrl",
        "/additionalInfo/lineItems/0/price=5000,4005401,additionalInfo.lineItems[0].price",
        "/additionalInfo/lineItems/0/quantity=1.5,4005401,additionalInfo.lineItems[0].quantity"
    })
    void eachFieldIsCheckedByName(String edit, String code, String named) {
        SnapReply reply = payEdited(DokuChannel.OVO, "order-1", edit);

        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.message()).endsWith(" " + named);
        assertThat(journey.doku.transactions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/additionalInfo/remarks=,4005402",
        "/additionalInfo/lineItems=,4005402",
        "/partnerReferenceNo=order-1,4005401"
    })
    void alloWantsMore(String edit, String code) {
        assertThat(payEdited(DokuChannel.ALLO, ALLO_REFERENCE, edit).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"9999.00,4045413", "0.00,4045413", "10000.50,4045413", "20000001.00,4035402"})
    void anAmountThatCannotBeIsRefused(String value, String code) {
        assertThat(payEdited(DokuChannel.OVO, "order-1", "/amount/value=" + value).code())
                .isEqualTo(code);
    }

    @Test
    void aWalletWithTooLittleIsRefusedAtOnceAndNothingIsRecorded() {
        String customer = journey.link(DokuChannel.OVO);
        journey.wallet(DokuChannel.OVO).balance(9_999);

        assertThat(journey.payByOvo("order-1", 10_000, customer).code()).isEqualTo("4035414");
        assertThat(journey.payRecurring("order-2", 10_000, customer).code()).isEqualTo("4035414");
        assertThat(journey.status("order-1").code()).isEqualTo("4045501");
        assertThat(journey.doku.ledger().movements()).isEmpty();
    }

    @Test
    void tooLittleCanAlsoShowOnThePage() {
        restart(DokuSimulator.builder().insufficientFunds(InsufficientFunds.FAIL_ON_PAGE));
        String customer = journey.link(DokuChannel.OVO);
        journey.wallet(DokuChannel.OVO).balance(9_999);
        SnapReply accepted = journey.payByOvo("order-1", 10_000, customer);

        assertThat(journey.doku.customer().confirm(accepted.uri("webRedirectUrl")))
                .hasToString(Journey.FAILED);
        assertThat(journey.status("order-1").field("originalResponseCode")).isEqualTo("4035414");
    }

    @ParameterizedTest
    @EnumSource(
            value = SnapCase.class,
            names = {
                "SUSPECTED_FRAUD",
                "DORMANT_ACCOUNT",
                "NEED_TOKEN_LIMIT",
                "TOKEN_LIMIT_EXCEEDED",
                "ACCOUNT_LIMIT_EXCEEDED",
                "INVALID_ACCOUNT",
                "INVALID_OTP"
            })
    void aWalletCanRefuseForAnyReason(SnapCase reason) {
        String customer = journey.link(DokuChannel.OVO);
        journey.wallet(DokuChannel.OVO).refusing(reason);

        assertThat(journey.payByOvo("order-1", 10_000, customer).code())
                .isEqualTo(reason.code(DokuOperation.PAYMENT));
        journey.wallet(DokuChannel.OVO).accepting();
        assertThat(journey.payByOvo("order-1", 10_000, customer).code()).isEqualTo("2005400");
    }

    @Test
    void aBlockedWalletDoesNotPay() {
        String customer = journey.link(DokuChannel.OVO);
        journey.wallet(DokuChannel.OVO).blocked(true);

        assertThat(journey.payByOvo("order-1", 10_000, customer).code()).isEqualTo("4035405");
        assertThat(journey.balance(DokuChannel.OVO, customer).code()).isEqualTo("4031118");
    }

    @Test
    void aWalletUnlinkedWhileThePageIsOpenDoesNotPay() {
        String customer = journey.link(DokuChannel.OVO);
        SnapReply accepted = journey.payByOvo("order-1", 10_000, customer);
        journey.wallet(DokuChannel.OVO).unlinkInApp();

        assertThat(journey.doku.customer().confirm(accepted.uri("webRedirectUrl")))
                .hasToString(Journey.FAILED);
        assertThat(journey.doku.ledger().movements()).isEmpty();
    }

    @Test
    void aReferenceIsTakenOnceWhateverBecameOfIt() {
        String customer = journey.link(DokuChannel.OVO);
        SnapReply first = journey.payByOvo("order-1", 10_000, customer);

        assertThat(journey.payByOvo("order-1", 10_000, customer).code()).isEqualTo("4095401");
        assertThat(journey.payByOvo("order-1", 20_000, customer).code()).isEqualTo("4045418");
        journey.doku.customer().confirm(first.uri("webRedirectUrl"));
        assertThat(journey.payByOvo("order-1", 10_000, customer).code()).isEqualTo("4095401");
        SnapReply second = journey.payByOvo("order-2", 10_000, customer);
        journey.doku.customer().decline(second.uri("webRedirectUrl"));
        assertThat(journey.payByOvo("order-2", 10_000, customer).code()).isEqualTo("4045400");
        assertThat(journey.doku.ledger().ordersChargedTwice()).isEmpty();
        assertThat(journey.doku.ledger().total()).isEqualTo(10_000);
    }

    @Test
    void aRepeatedReferenceCanBeAnsweredAsTheFirst() {
        restart(DokuSimulator.builder().duplicatePayment(DuplicateReference.SAME_ANSWER));
        String customer = journey.link(DokuChannel.OVO);
        SnapReply first = journey.payRecurring("order-1", 10_000, customer);

        SnapReply again = journey.payRecurring("order-1", 10_000, customer);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(journey.payRecurring("order-1", 20_000, customer).code()).isEqualTo("4045418");
        assertThat(journey.doku.ledger().movements()).hasSize(1);
    }

    @Test
    void theArchiveCanAnswerEightDigits() {
        restart(DokuSimulator.builder().eightDigitPaymentCode(true));
        String customer = journey.link(DokuChannel.OVO);

        SnapReply archive = journey.payArchive(DokuChannel.OVO, "order-1", 10_000, customer);

        assertThat(archive.code()).isEqualTo("20054000");
        assertThat(archive.status()).isEqualTo(200);
        assertThat(journey.payByOvo("order-2", 10_000, customer).code()).isEqualTo("2005400");
    }

    @ParameterizedTest
    @CsvSource({
        "DANA,2025-01-15T03:20:30Z,4005401",
        "DANA,tomorrow,4005401",
        "DANA,2025-01-20T03:20:30Z,2005400",
        "SHOPEE_PAY,2025-01-16T03:20:31Z,4005401",
        "SHOPEE_PAY,2025-01-16T03:20:30Z,2005400"
    })
    void anAppPaymentIsValidUpToATimeTheChannelAllows(
            DokuChannel channel, String until, String code) {
        ObjectNode body = journey.jumpBody(channel, "order-1", 10_000).put("validUpTo", until);

        assertThat(journey.merchant.call(Journey.PAYMENT, body).code()).isEqualTo(code);
    }

    @Test
    void anAppPaymentNeedsItsReturnAddress() {
        ObjectNode body = journey.jumpBody(DokuChannel.DANA, "order-1", 10_000);
        body.remove("urlParam");
        assertThat(journey.merchant.call(Journey.PAYMENT, body).message())
                .isEqualTo("Invalid Mandatory Field urlParam");

        body.putArray("urlParams")
                .addObject()
                .put("url", Journey.SUCCESS)
                .put("type", "NOTIFICATION")
                .put("isDeeplink", "N");
        assertThat(journey.merchant.call(Journey.PAYMENT, body).message())
                .isEqualTo("Invalid Field Format urlParams[0].type");
    }

    @Test
    void bothArchiveAppPathsTakeABodyWithoutAChannel() {
        for (String wallet : new String[] {"dana", "shopeepay"}) {
            ObjectNode body = journey.jumpBody(DokuChannel.DANA, wallet, 10_000);
            body.remove("additionalInfo");
            String path = "/direct-debit/merchant/" + wallet + "/v1.0/debit/payment-host-to-host";
            assertThat(journey.merchant.call(path, body).code()).isEqualTo("2005400");
        }
    }
}
