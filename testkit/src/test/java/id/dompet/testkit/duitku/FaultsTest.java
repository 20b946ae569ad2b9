package id.dompet.testkit.duitku;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.testkit.Fault;
import id.dompet.testkit.RawClient;
import id.dompet.testkit.RawClient.End;
import id.dompet.testkit.RawClient.Outcome;
import id.dompet.testkit.WireFault.Ending;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    private static final String PHONE = "081234567890";

    private final DuitkuSimulator duitku =
            DuitkuSimulator.builder().callbackMode(CallbackMode.MANUAL).start();
    private final MerchantClient merchant = new MerchantClient(duitku);
    private String code = "";

    @BeforeEach
    void link() {
        code = merchant.link(Channel.OVO, PHONE, "cust-1");
    }

    @AfterEach
    void stop() {
        duitku.close();
    }

    private Outcome inquiryOverSocket(Fault fault) throws IOException {
        return inquiryOverSocket(fault, 10_000);
    }

    private Outcome inquiryOverSocket(Fault fault, int silenceMillis) throws IOException {
        duitku.faults().next(DuitkuOperation.INQUIRY, fault);
        String request =
                RawClient.request(
                        "/webapi/api/merchant/v2/inquiry",
                        "Content-Type: application/json\r\n",
                        merchant.inquiryBody(Channel.OVO, code, "order-1", 10_000).toString());
        return RawClient.exchange(duitku.port(), request, silenceMillis);
    }

    private boolean orderExists() {
        return duitku.transaction("order-1").isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "02", "10", "-100", "77"})
    void anyCodeComesInTheFormatOfTheOperation(String result) {
        duitku.faults().next(DuitkuOperation.INQUIRY, Fault.code(result, "no"));
        duitku.faults().next(DuitkuOperation.CONNECT, Fault.code(result, "no"));
        duitku.faults().next(DuitkuOperation.TRANSACTION_STATUS, Fault.code(result, "no"));

        assertThat(merchant.inquiry(Channel.OVO, code, "order-1", 10_000).text())
                .contains("\"amount\":\"10000\",\"statusCode\":\"" + result + "\"");
        assertThat(orderExists()).isFalse();
        assertThat(merchant.connect(PHONE, "c", "OL", "https://m.example").text())
                .isEqualTo("{\"resultCode\":\"" + result + "\",\"resultMessage\":\"no\"}");
        assertThat(merchant.status("order-1").text())
                .contains("\"merchantOrderId\":\"order-1\"", "\"statusCode\":\"" + result + "\"");
    }

    @Test
    void anErrorCodeCanFollowTheEffect() {
        duitku.faults().next(DuitkuOperation.INQUIRY, Fault.code("02").afterEffect());

        assertThat(merchant.inquiry(Channel.OVO, code, "order-1", 10_000).field("statusCode"))
                .isEqualTo("02");
        assertThat(orderExists()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 429, 500, 502, 503, 504})
    void anyStatusCanBeAnswered(int status) {
        duitku.faults().next(DuitkuOperation.INQUIRY, Fault.status(status));

        assertThat(merchant.inquiry(Channel.OVO, code, "order-1", 10_000).status())
                .isEqualTo(status);
        assertThat(orderExists()).isFalse();
        assertThat(merchant.inquiry(Channel.OVO, code, "order-1", 10_000).status()).isEqualTo(200);
    }

    @Test
    void anAnswerIsLostBeforeTheEffect() throws IOException {
        assertThat(inquiryOverSocket(Fault.connectionReset()))
                .isEqualTo(new Outcome("", End.RESET));
        assertThat(duitku.journal().of(DuitkuOperation.INQUIRY).get(0).answeredStatus()).isZero();
        assertThat(orderExists()).isFalse();
        assertThat(inquiryOverSocket(Fault.connectionClosed()))
                .isEqualTo(new Outcome("", End.CLOSED));
        assertThat(orderExists()).isFalse();
        assertThat(inquiryOverSocket(Fault.hang(), 300)).isEqualTo(new Outcome("", End.SILENT));
        assertThat(orderExists()).isFalse();
    }

    @Test
    void anAnswerIsLostAfterTheEffect() throws IOException {
        assertThat(inquiryOverSocket(Fault.connectionReset().afterEffect()))
                .isEqualTo(new Outcome("", End.RESET));
        assertThat(orderExists()).isTrue();
    }

    @Test
    void aConnectionClosedAfterTheEffectHidesIt() throws IOException {
        assertThat(inquiryOverSocket(Fault.connectionClosed().afterEffect()))
                .isEqualTo(new Outcome("", End.CLOSED));
        assertThat(orderExists()).isTrue();
    }

    @Test
    void aHangingAnswerHidesTheEffect() throws IOException {
        assertThat(inquiryOverSocket(Fault.hang().afterEffect(), 300))
                .isEqualTo(new Outcome("", End.SILENT));
        assertThat(orderExists()).isTrue();
    }

    @Test
    void aBodyIsCutUnderItsAnnouncedLength() throws IOException {
        Outcome outcome = inquiryOverSocket(Fault.truncatedBody(20));

        assertThat(outcome.end()).isEqualTo(End.CLOSED);
        assertThat(outcome.body()).hasSize(20).startsWith("{\"merchantCode\"");
        assertThat(outcome.received()).containsIgnoringCase("Content-Length: ");
        assertThat(outcome.received()).doesNotContainIgnoringCase("Content-Length: 20\r");
        assertThat(orderExists()).isTrue();
    }

    @Test
    void aConnectionIsResetInsideTheBody() throws IOException {
        assertThat(inquiryOverSocket(Fault.cutBody(20, Ending.RESET)).end()).isEqualTo(End.RESET);
        assertThat(orderExists()).isTrue();
    }

    @Test
    void aDrippedAnswerArrivesWhole() throws IOException {
        Outcome outcome = inquiryOverSocket(Fault.dripWithHead(16, Duration.ofMillis(1)));

        assertThat(outcome.body()).contains("\"statusCode\":\"00\"").endsWith("}");
    }

    @Test
    void theHeaderForTheProxyNeverGetsOut() throws IOException {
        assertThat(inquiryOverSocket(Fault.truncatedBody(0)).received())
                .doesNotContainIgnoringCase("wire-fault");
    }

    @Test
    void bodiesCanBeEmptyGarbageOrHtml() throws IOException {
        assertThat(inquiryOverSocket(Fault.emptyBody()).body()).isEmpty();
        assertThat(inquiryOverSocket(Fault.garbage()).body()).startsWith("\u0000\u00ff");
        assertThat(inquiryOverSocket(Fault.htmlPage()).received())
                .startsWith("HTTP/1.1 200")
                .contains("text/html", "<h1>");
        assertThat(orderExists()).isFalse();
    }

    @Test
    void theGenuineAnswerCanBeChanged() throws IOException {
        assertThat(inquiryOverSocket(Fault.contentType("text/plain")).received())
                .contains("Content-Type: text/plain")
                .doesNotContain("application/json");
        assertThat(inquiryOverSocket(Fault.field("amount", "99999")).body())
                .contains("\"amount\":\"99999\"");
        assertThat(inquiryOverSocket(Fault.withoutField("paymentUrl")).body())
                .doesNotContain("paymentUrl")
                .contains("\"statusCode\":\"00\"");
        assertThat(inquiryOverSocket(Fault.duplicateKey("statusCode", "01")).body())
                .startsWith("{\"statusCode\":\"01\",\"merchantCode\"")
                .contains("\"statusCode\":\"00\"");
    }

    @Test
    void aRetryAfterCanBeGiven() throws IOException {
        assertThat(inquiryOverSocket(Fault.tooManyRequests(60)).received())
                .startsWith("HTTP/1.1 429")
                .contains("Retry-After: 60");
    }

    @Test
    void aDelayedAnswerHasItsEffectAtOnceAndEndsWithTheSimulator() throws IOException {
        assertThat(inquiryOverSocket(Fault.delay(Duration.ofHours(1)), 500))
                .isEqualTo(new Outcome("", End.SILENT));
        assertThat(orderExists()).isTrue();
    }

    @Test
    void faultsAlsoMeetTheCustomersPages() throws IOException {
        String page = merchant.inquiry(Channel.OVO, code, "order-1", 10_000).field("paymentUrl");
        duitku.faults().next(DuitkuOperation.PAYMENT_PAGE, Fault.connectionReset().afterEffect());

        Outcome outcome =
                RawClient.post(
                        duitku.port(),
                        page.substring(page.indexOf("/wallet")),
                        "Content-Type: application/x-www-form-urlencoded\r\n",
                        "pin=123456");

        assertThat(outcome.end()).isEqualTo(End.RESET);
        assertThat(duitku.ledger().chargedFor("order-1")).isEqualTo(10_000);
    }
}
