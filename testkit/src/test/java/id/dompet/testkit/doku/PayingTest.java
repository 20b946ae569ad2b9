package id.dompet.testkit.doku;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PayingTest {

    private static final String ALLO_REFERENCE = "INV-0001-0000-0000-0000-0000-0001";

    private final Journey journey = new Journey();
    private final DokuSimulator doku = journey.doku;

    @AfterEach
    void stop() {
        journey.close();
    }

    @Test
    void aSaleIsOnlyAcceptedUntilTheCustomerConfirms() {
        String customer = journey.link(DokuChannel.OVO);

        SnapReply accepted = journey.payByOvo("order-1", 10_000, customer);

        assertThat(accepted.code()).isEqualTo("2005400");
        assertThat(accepted.field("partnerReferenceNo")).isEqualTo("order-1");
        assertThat(accepted.field("webRedirectUrl"))
                .startsWith(doku.baseUrl() + "/direct-debit/ui/payment/core/");
        assertThat(doku.ledger().movements()).isEmpty();
        assertThat(journey.status("order-1").field("latestTransactionStatus")).isEqualTo("03");

        URI back = doku.customer().confirm(accepted.uri("webRedirectUrl"));

        assertThat(back).hasToString(Journey.SUCCESS);
        assertThat(doku.ledger().chargedFor("order-1")).isEqualTo(10_000);
        assertThat(journey.wallet(DokuChannel.OVO).cash()).isEqualTo(990_000);
        SnapReply status = journey.status("order-1");
        assertThat(status.field("latestTransactionStatus")).isEqualTo("00");
        assertThat(status.field("originalResponseCode")).isEqualTo("2005400");
        assertThat(status.field("serviceCode")).isEqualTo("55");
        assertThat(status.at("/transAmount/value")).isEqualTo("10000.00");
        assertThat(status.field("paidTime")).isEqualTo("2025-01-15T10:20:30+07:00");
    }

    @Test
    void aDeclinedPaymentIsCanceledAndLeadsToTheFailedUrlExactlyAsGiven() {
        String customer = journey.link(DokuChannel.OVO);
        SnapReply accepted = journey.payByOvo("order-1", 10_000, customer);

        URI back = doku.customer().decline(accepted.uri("webRedirectUrl"));

        assertThat(back).hasToString(Journey.FAILED);
        assertThat(journey.status("order-1").field("latestTransactionStatus")).isEqualTo("05");
        assertThat(doku.ledger().movements()).isEmpty();
    }

    @Test
    void threeWrongPinsFailThePayment() {
        String customer = journey.link(DokuChannel.OVO);
        URI page = journey.payByOvo("order-1", 10_000, customer).uri("webRedirectUrl");

        assertThat(doku.customer().enterPin(page, "000000")).isEmpty();
        assertThat(doku.customer().enterPin(page, "000000")).isEmpty();
        assertThat(doku.customer().enterPin(page, "000000")).contains(URI.create(Journey.FAILED));
        assertThat(journey.status("order-1").field("latestTransactionStatus")).isEqualTo("06");
        assertThat(doku.customer().enterPin(page, DokuCustomer.RIGHT_PIN)).isEmpty();
        assertThat(doku.ledger().movements()).isEmpty();
    }

    @Test
    void aPaymentExpiresByTheClockAndCanStillBeSettledLate() {
        String customer = journey.link(DokuChannel.OVO);
        URI page = journey.payByOvo("order-1", 10_000, customer).uri("webRedirectUrl");

        journey.clock.advance(Duration.ofMinutes(15));
        journey.merchant.renewToken();

        assertThat(doku.customer().enterPin(page, DokuCustomer.RIGHT_PIN)).isEmpty();
        SnapReply status = journey.status("order-1");
        assertThat(status.field("latestTransactionStatus")).isEqualTo("06");
        assertThat(status.field("originalResponseCode")).isEqualTo("4035400");
        assertThat(doku.settle("order-1")).isTrue();
        assertThat(doku.settle("order-1")).isFalse();
        assertThat(doku.ledger().chargedFor("order-1")).isEqualTo(10_000);
    }

    @Test
    void aRecurringPaymentIsDebitedAtOnceWithoutAPage() {
        String customer = journey.link(DokuChannel.OVO);

        SnapReply paid = journey.payRecurring("order-1", 10_000, customer);

        assertThat(paid.code()).isEqualTo("2005400");
        assertThat(paid.json().has("webRedirectUrl")).isFalse();
        assertThat(doku.ledger().chargedFor("order-1")).isEqualTo(10_000);
    }

    @Test
    void aRecurringPaymentCanStayPendingUntilItIsSettled() {
        String customer = journey.link(DokuChannel.OVO);
        doku.delayNextRecurring();

        assertThat(journey.payRecurring("order-1", 10_000, customer).code()).isEqualTo("2025400");
        assertThat(doku.ledger().movements()).isEmpty();
        assertThat(doku.settle("order-1")).isTrue();
        assertThat(journey.status("order-1").field("latestTransactionStatus")).isEqualTo("00");
    }

    @Test
    void aPendingPaymentCanFailForAnyReason() {
        String customer = journey.link(DokuChannel.OVO);
        journey.payByOvo("order-1", 10_000, customer);

        assertThat(doku.fail("order-1", SnapCase.SUSPECTED_FRAUD)).isTrue();
        assertThat(doku.fail("order-1", SnapCase.SUSPECTED_FRAUD)).isFalse();
        assertThat(journey.status("order-1").field("originalResponseCode")).isEqualTo("4035403");
    }

    @Test
    void cashAndPointsArePaidAsTheMerchantSplitThem() {
        journey.wallet(DokuChannel.OVO).points(5_000);
        String customer = journey.link(DokuChannel.OVO);
        ObjectNode body = journey.paymentBody(DokuChannel.OVO, "order-1", 10_000);
        body.remove("payOptionDetails");
        body.putArray("payOptionDetails");
        Journey.money(
                body.withArray("payOptionDetails").addObject().put("payMethod", "CASH"),
                "transAmount",
                7_000);
        Journey.money(
                body.withArray("payOptionDetails").addObject().put("payMethod", "POINTS"),
                "transAmount",
                3_000);
        SnapReply accepted = journey.merchant.call(Journey.PAYMENT, body, customer);

        doku.customer().confirm(accepted.uri("webRedirectUrl"));

        assertThat(doku.ledger().movements().get(0).sources())
                .containsEntry("cash", 7_000L)
                .containsEntry("points", 3_000L);
        assertThat(journey.wallet(DokuChannel.OVO).points()).isEqualTo(2_000);
    }

    @Test
    void theArchiveGenerationPaysOvoAndAlloOnTheirOwnPaths() {
        String ovo = journey.link(DokuChannel.OVO);
        String allo = journey.link(DokuChannel.ALLO);

        SnapReply byOvo = journey.payArchive(DokuChannel.OVO, "order-1", 10_000, ovo);
        SnapReply byAllo = journey.payArchive(DokuChannel.ALLO, ALLO_REFERENCE, 20_000, allo);

        assertThat(byOvo.code()).isEqualTo("2005400");
        assertThat(byOvo.json().has("partnerReferenceNo")).isFalse();
        assertThat(byOvo.field("webRedirectUrl")).doesNotContain("/core/");
        doku.customer().confirm(byOvo.uri("webRedirectUrl"));
        doku.customer().confirm(byAllo.uri("webRedirectUrl"));
        assertThat(doku.ledger().total()).isEqualTo(30_000);
    }

    @Test
    void cimbPaysWithAReferenceOfAtMostTwelveCharacters() {
        String customer = journey.link(DokuChannel.CIMB);

        assertThat(journey.pay(DokuChannel.CIMB, "order-1234567", 10_000, customer).code())
                .isEqualTo("4005401");
        SnapReply accepted = journey.pay(DokuChannel.CIMB, "order-123456", 10_000, customer);
        doku.customer().confirm(accepted.uri("webRedirectUrl"));

        assertThat(doku.ledger().chargedFor("order-123456")).isEqualTo(10_000);
    }

    @Test
    void danaAndShopeePayArePaidInTheirAppsByWhoeverIsLoggedIn() {
        ObjectNode dana = journey.jumpBody(DokuChannel.DANA, "order-1", 10_000);
        ObjectNode shopee = journey.jumpBody(DokuChannel.SHOPEE_PAY, "order-2", 20_000);

        SnapReply byDana = journey.merchant.call(Journey.PAYMENT, dana);
        SnapReply byShopee = journey.merchant.call(Journey.PAYMENT, shopee);

        assertThat(byDana.at("/additionalInfo/webRedirectUrl")).startsWith("http");
        assertThat(doku.customer().confirm(byDana.uri("webRedirectUrl")))
                .hasToString(Journey.SUCCESS);
        doku.customer().confirmAs(byShopee.uri("webRedirectUrl"), "0812 9999 0000");
        assertThat(journey.wallet(DokuChannel.DANA).cash()).isEqualTo(990_000);
        assertThat(doku.wallet(DokuChannel.SHOPEE_PAY, "081299990000").cash()).isEqualTo(980_000);
    }

    @Test
    void anAppPaymentExpiresWhenTheMerchantSaid() {
        journey.merchant.call(
                Journey.PAYMENT, journey.jumpBody(DokuChannel.DANA, "order-1", 10_000));

        journey.clock.advance(Duration.ofHours(1));

        assertThat(doku.transaction("order-1").orElseThrow().state())
                .isEqualTo(DokuTransactionState.EXPIRED);
    }
}
