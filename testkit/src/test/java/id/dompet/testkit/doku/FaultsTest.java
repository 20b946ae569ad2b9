package id.dompet.testkit.doku;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.testkit.Fault;
import id.dompet.testkit.RawClient;
import id.dompet.testkit.RawClient.End;
import id.dompet.testkit.RawClient.Outcome;
import id.dompet.testkit.WireFault.Ending;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    private final Journey journey = new Journey();
    private final DokuSimulator doku = journey.doku;
    private String customer = "";

    @BeforeEach
    void link() {
        customer = journey.link(DokuChannel.OVO);
    }

    @AfterEach
    void stop() {
        journey.close();
    }

    private Outcome payOverSocket(Fault fault) throws IOException {
        doku.faults().next(DokuOperation.PAYMENT, fault);
        var body = journey.paymentBody(DokuChannel.OVO, "order-1", 10_000);
        body.withObject("/additionalInfo").put("paymentType", "RECURRING");
        Map<String, String> headers = journey.merchant.headers(Journey.PAYMENT, body.toString());
        headers.put("Authorization-customer", customer);
        String head =
                headers.entrySet().stream()
                        .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                        .collect(Collectors.joining());
        return RawClient.exchange(
                doku.port(), RawClient.request(Journey.PAYMENT, head, body.toString()), 1_000);
    }

    private boolean charged() {
        return doku.ledger().chargedFor("order-1") == 10_000;
    }

    @ParameterizedTest
    @EnumSource(SnapCase.class)
    void everyRowOfTheResponseTableCanBeAnsweredWithoutEffect(SnapCase row) {
        doku.faults().next(DokuOperation.PAYMENT, row.fault(DokuOperation.PAYMENT));

        SnapReply reply = journey.payRecurring("order-1", 10_000, customer);

        assertThat(reply.status()).isEqualTo(row.status());
        assertThat(reply.code()).isEqualTo(row.code(DokuOperation.PAYMENT)).hasSize(7);
        assertThat(reply.message()).isEqualTo(row.message());
        assertThat(doku.ledger().movements()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "5004200,500,5004200",
        "50402,504,5045402",
        "9999999,200,9999999",
        "2005499,200,2005499",
        "00,200,00"
    })
    void anyCodeCanBeAnswered(String code, int status, String answered) {
        doku.faults().next(DokuOperation.PAYMENT, Fault.code(code));

        SnapReply reply = journey.payRecurring("order-1", 10_000, customer);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(answered);
    }

    @Test
    void anErrorCodeCanFollowTheEffect() {
        doku.faults()
                .next(
                        DokuOperation.PAYMENT,
                        SnapCase.TIMEOUT.fault(DokuOperation.PAYMENT).afterEffect());

        assertThat(journey.payRecurring("order-1", 10_000, customer).code()).isEqualTo("5045400");
        assertThat(charged()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429, 500, 502, 503})
    void anyStatusCanBeAnswered(int status) {
        doku.faults().next(DokuOperation.PAYMENT, Fault.status(status));

        assertThat(journey.payRecurring("order-1", 10_000, customer).status()).isEqualTo(status);
        assertThat(charged()).isFalse();
        assertThat(journey.payRecurring("order-1", 10_000, customer).status()).isEqualTo(200);
    }

    @Test
    void anAnswerCanBeLostBeforeAndAfterTheEffect() throws IOException {
        assertThat(payOverSocket(Fault.connectionReset()).end()).isEqualTo(End.RESET);
        assertThat(charged()).isFalse();

        assertThat(payOverSocket(Fault.connectionReset().afterEffect()).end()).isEqualTo(End.RESET);
        assertThat(charged()).isTrue();
        assertThat(journey.status("order-1").field("latestTransactionStatus")).isEqualTo("00");
    }

    @Test
    void anAnswerCanBeCutAndAConnectionCanHang() throws IOException {
        assertThat(payOverSocket(Fault.cutBody(20, Ending.CLOSE)).body()).hasSize(20);
        assertThat(charged()).isTrue();
        assertThat(payOverSocket(Fault.hang()).end()).isEqualTo(End.SILENT);
    }

    @Test
    void aLostAnswerIsReplayedUnderItsExternalId() {
        doku.faults()
                .next(
                        DokuOperation.PAYMENT,
                        SnapCase.TIMEOUT.fault(DokuOperation.PAYMENT).afterEffect());
        var body = journey.paymentBody(DokuChannel.OVO, "order-1", 10_000);
        body.withObject("/additionalInfo").put("paymentType", "RECURRING");
        Map<String, String> headers = journey.merchant.headers(Journey.PAYMENT, body.toString());
        headers.put("Authorization-customer", customer);
        journey.merchant.send(Journey.PAYMENT, body.toString(), headers);

        SnapReply again = journey.merchant.send(Journey.PAYMENT, body.toString(), headers);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("2005400");
        assertThat(doku.ledger().movements()).hasSize(1);
    }

    @Test
    void aFieldOfTheGenuineAnswerCanBeChanged() {
        doku.faults().next(DokuOperation.PAYMENT, Fault.field("partnerReferenceNo", "order-9"));
        doku.faults().next(DokuOperation.CHECK_STATUS, Fault.withoutField("transAmount"));

        assertThat(journey.payRecurring("order-1", 10_000, customer).field("partnerReferenceNo"))
                .isEqualTo("order-9");
        assertThat(journey.status("order-1").json().has("transAmount")).isFalse();
    }

    @Test
    void tokensCanFailToo() {
        doku.faults()
                .next(
                        DokuOperation.TOKEN_B2B,
                        SnapCase.GENERAL_ERROR.fault(DokuOperation.TOKEN_B2B));

        SnapReply refused =
                journey.merchant.token(
                        MerchantClient.B2B,
                        MerchantClient.object().put("grantType", "client_credentials"));

        assertThat(refused.code()).isEqualTo("5007300");
    }

    @Test
    void oneReferenceFromManyThreadsIsChargedOnce() {
        journey.merchant.renewToken();

        Map<String, Long> codes =
                IntStream.range(0, 16)
                        .parallel()
                        .mapToObj(i -> journey.payRecurring("order-1", 10_000, customer).code())
                        .collect(Collectors.groupingBy(code -> code, Collectors.counting()));

        assertThat(codes).isEqualTo(Map.of("2005400", 1L, "4095401", 15L));
        assertThat(doku.ledger().movements()).hasSize(1);
    }

    @Test
    void unknownPathsAndOtherMethodsAreRefused() throws IOException {
        assertThat(
                        journey.merchant
                                .call("/direct-debit/core/v1/payment", MerchantClient.object())
                                .status())
                .isEqualTo(404);
        assertThat(
                        RawClient.exchange(
                                        doku.port(),
                                        "GET "
                                                + Journey.PAYMENT
                                                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                                .body())
                .contains("4055400");
    }
}
