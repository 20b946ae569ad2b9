package id.dompet.testkit.doku;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundsAndStatusTest {

    private Journey journey = new Journey();

    @AfterEach
    void stop() {
        journey.close();
    }

    private void restart(DokuSimulatorBuilder builder) {
        journey.close();
        journey = new Journey(builder.notificationMode(NotificationMode.MANUAL));
    }

    private String paidCustomer() {
        String customer = journey.link(DokuChannel.OVO);
        journey.payRecurring("order-1", 10_000, customer);
        return customer;
    }

    @Test
    void aPaymentIsGivenBackInPartsUpToItsAmount() {
        String customer = paidCustomer();

        SnapReply first = journey.refund("order-1", "RF-1", 4_000, customer);

        assertThat(first.code()).isEqualTo("2005800");
        assertThat(first.at("/refundAmount/value")).isEqualTo("4000.00");
        assertThat(first.field("partnerRefundNo")).isEqualTo("RF-1");
        assertThat(first.field("refundTime")).isEqualTo("2025-01-15T10:20:30+07:00");
        assertThat(journey.refund("order-1", "RF-2", 6_001, customer).code()).isEqualTo("4045813");
        assertThat(journey.status("order-1").field("latestTransactionStatus")).isEqualTo("00");
        assertThat(journey.refund("order-1", "RF-3", 6_000, customer).code()).isEqualTo("2005800");
        assertThat(journey.refund("order-1", "RF-4", 1, customer).code()).isEqualTo("4045800");
        SnapReply status = journey.status("order-1");
        assertThat(status.field("latestTransactionStatus")).isEqualTo("04");
        assertThat(status.at("/refundHistory/0/partnerReferenceNo")).isEqualTo("RF-1");
        assertThat(status.at("/refundHistory/1/refundAmount/value")).isEqualTo("6000.00");
        assertThat(status.at("/refundHistory/1/refundStatus")).isEqualTo("00");
        assertThat(journey.doku.ledger().refundedFor("order-1")).isEqualTo(10_000);
        assertThat(journey.doku.ledger().chargedFor("order-1")).isZero();
        assertThat(journey.doku.ledger().ordersChargedTwice()).isEmpty();
        assertThat(journey.wallet(DokuChannel.OVO).cash()).isEqualTo(1_000_000);
    }

    @Test
    void aRefundNumberGivesNothingBackTwice() {
        String customer = paidCustomer();
        SnapReply first = journey.refund("order-1", "RF-1", 4_000, customer);

        assertThat(journey.refund("order-1", "RF-1", 4_000, customer).text())
                .isEqualTo(first.text());
        assertThat(journey.refund("order-1", "RF-1", 5_000, customer).code()).isEqualTo("4045818");
        assertThat(journey.doku.ledger().refundedFor("order-1")).isEqualTo(4_000);
    }

    @Test
    void aRepeatedRefundNumberCanBeRefused() {
        restart(DokuSimulator.builder().duplicateRefund(DuplicateReference.REFUSE));
        String customer = paidCustomer();
        journey.refund("order-1", "RF-1", 4_000, customer);

        assertThat(journey.refund("order-1", "RF-1", 4_000, customer).code()).isEqualTo("4095801");
    }

    @Test
    void onlyWhatWasPaidByThisCustomerIsGivenBack() {
        String customer = journey.link(DokuChannel.OVO);
        journey.payByOvo("order-1", 10_000, customer);

        assertThat(journey.refund("order-1", "RF-1", 4_000, customer).code()).isEqualTo("4045800");
        assertThat(journey.refund("order-2", "RF-1", 4_000, customer).code()).isEqualTo("4045801");
        assertThat(journey.refund("order-1", "RF-1", 4_000, "").code()).isEqualTo("4005802");
        ObjectNode other = journey.refundBody(DokuChannel.OVO, "order-1", "RF-1", 4_000);
        other.put("originalExternalId", "1");
        assertThat(journey.merchant.call(Journey.REFUND, other, customer).code())
                .isEqualTo("4045801");
        assertThat(journey.doku.ledger().movements()).isEmpty();
    }

    @Test
    void pointsComeBackAfterTheCash() {
        journey.wallet(DokuChannel.OVO).points(5_000);
        String customer = journey.link(DokuChannel.OVO);
        ObjectNode body = journey.paymentBody(DokuChannel.OVO, "order-1", 10_000);
        ObjectNode cash = (ObjectNode) body.at("/payOptionDetails/0");
        Journey.money(cash, "transAmount", 6_000);
        Journey.money(
                body.withArray("payOptionDetails").addObject().put("payMethod", "POINTS"),
                "transAmount",
                4_000);
        body.withObject("/additionalInfo").put("paymentType", "RECURRING");
        journey.merchant.call(Journey.PAYMENT, body, customer);

        journey.refund("order-1", "RF-1", 7_000, customer);

        assertThat(journey.wallet(DokuChannel.OVO).cash()).isEqualTo(1_000_000);
        assertThat(journey.wallet(DokuChannel.OVO).points()).isEqualTo(2_000);
    }

    @Test
    void anAppPaymentIsGivenBackWithoutACustomerToken() {
        SnapReply accepted =
                journey.merchant.call(
                        Journey.PAYMENT, journey.jumpBody(DokuChannel.DANA, "order-1", 10_000));
        journey.doku.customer().confirm(accepted.uri("webRedirectUrl"));
        ObjectNode body = journey.refundBody(DokuChannel.DANA, "order-1", "RF-1", 10_000);

        assertThat(journey.merchant.call(Journey.REFUND, body).code()).isEqualTo("2005800");
        assertThat(journey.wallet(DokuChannel.DANA).cash()).isEqualTo(1_000_000);
    }

    @ParameterizedTest
    @CsvSource({
        "originalPartnerReferenceNo,order-12345678901234567890123456,4005801",
        "originalPartnerReferenceNo,'',4005802",
        "partnerRefundNo,'',4005802"
    })
    void eachRefundFieldIsChecked(String field, String value, String code) {
        String customer = paidCustomer();
        ObjectNode body = journey.refundBody(DokuChannel.OVO, "order-1", "RF-1", 4_000);
        body.put(field, value + (value.isEmpty() ? "" : "7"));

        assertThat(journey.merchant.call(Journey.REFUND, body, customer).code()).isEqualTo(code);
    }

    @Test
    void statusIsAskedByAnyOfTheThreeNumbers() {
        paidCustomer();
        SnapReply known = journey.status("order-1");
        for (String field : new String[] {"originalReferenceNo", "originalExternalId"}) {
            ObjectNode body =
                    MerchantClient.object().put(field, known.field(field)).put("serviceCode", "55");
            assertThat(
                            journey.merchant
                                    .call(Journey.STATUS, body)
                                    .field("originalPartnerReferenceNo"))
                    .isEqualTo("order-1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "serviceCode,'',4005502",
        "serviceCode,73,4005501",
        "transactionDate,yesterday,4005501",
        "merchantId,BRN-other,4045508"
    })
    void eachStatusFieldIsChecked(String field, String value, String code) {
        paidCustomer();
        ObjectNode body =
                MerchantClient.object()
                        .put("originalPartnerReferenceNo", "order-1")
                        .put("serviceCode", "54")
                        .put(field, value);

        assertThat(journey.merchant.call(Journey.STATUS, body).code()).isEqualTo(code);
        assertThat(
                        journey.merchant
                                .call(
                                        Journey.STATUS,
                                        MerchantClient.object().put("serviceCode", "54"))
                                .message())
                .isEqualTo("Invalid Mandatory Field originalPartnerReferenceNo");
    }

    @Test
    void aNewPaymentCanBeUnknownToStatusForAWhile() {
        restart(
                DokuSimulator.builder()
                        .statusNotFoundFor(Duration.ofSeconds(60))
                        .unknownPayment(UnknownPayment.STATUS_07));
        paidCustomer();

        SnapReply early = journey.status("order-1");
        assertThat(early.code()).isEqualTo("2005500");
        assertThat(early.field("latestTransactionStatus")).isEqualTo("07");
        journey.clock.advance(Duration.ofSeconds(60));
        assertThat(journey.status("order-1").field("latestTransactionStatus")).isEqualTo("00");
    }

    @Test
    void askingForTheStatusChangesNothing() {
        paidCustomer();
        for (int i = 0; i < 5; i++) {
            journey.status("order-1");
        }

        assertThat(journey.doku.ledger().movements()).hasSize(1);
        assertThat(journey.status("order-9").status()).isEqualTo(404);
    }
}
