package id.dompet.testkit.duitku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.testkit.RawClient;
import id.dompet.testkit.RecordedRequest;
import id.dompet.testkit.SignatureVerdict;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class DuitkuSimulatorTest {

    private static final String PHONE = "081234567890";

    @Test
    void aPortInUseIsToldInOneSentence() {
        try (DuitkuSimulator first = DuitkuSimulator.builder().start()) {
            DuitkuSimulatorBuilder second = DuitkuSimulator.builder().port(first.port());

            assertThatThrownBy(second::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Port %d of 127.0.0.1 is already in use.", first.port());
        }
    }

    @Test
    void aPortIsFreeAgainAfterClose() {
        DuitkuSimulator first = DuitkuSimulator.builder().start();
        int port = first.port();
        assertThat(new MerchantClient(first).status("x").status()).isEqualTo(404);
        first.close();

        try (DuitkuSimulator second = DuitkuSimulator.builder().port(port).start()) {
            assertThat(new MerchantClient(second).status("x").status()).isEqualTo(404);
        }
    }

    @Test
    void everyStartHasItsOwnCredentials() {
        try (DuitkuSimulator first = DuitkuSimulator.builder().start();
                DuitkuSimulator second = DuitkuSimulator.builder().start()) {
            assertThat(first.apiKey()).hasSize(32).isNotEqualTo(second.apiKey());
            assertThat(first.merchantCode()).matches("D\\d{4}");
            assertThat(first.toString()).doesNotContain(first.apiKey());
        }
    }

    @Test
    void theRequestOfTheOfficialPackageIsAccepted() throws IOException {
        try (DuitkuSimulator duitku =
                DuitkuSimulator.builder()
                        .merchantCode("D0001")
                        .apiKey("732B39FC61796845775D2C4FB05332AF")
                        .start()) {
            RawClient.Outcome outcome =
                    RawClient.post(
                            duitku.port(),
                            "/accountlinking/api/accountlinking/v1/connect",
                            "X-duitku-merchant: D0001\r\n"
                                    + "X-duitku-timestamp: 1657710956368\r\n"
                                    + "X-duitku-signature:"
                                    + " 7cfdfde6a37a1528f204244b5288b263d22a40baf98e12babb03a54e65fd147b\r\n"
                                    + "Content-Type: application/json; charset=UTF-8\r\n",
                            "{\"phoneNumber\":\"081234567890\",\"customerUniqueId\":"
                                    + "\"pelanggan-é-Ω-😀-\\\"kutip\\\"\\\\/\",\"channel\":\"OL\","
                                    + "\"returnUrl\":\"https://merchant.example/link/return\"}");

            assertThat(outcome.body()).contains("\"resultCode\":\"00\"");
        }
    }

    @Test
    void thePublicUrlIsWhatCustomersSee() {
        try (DuitkuSimulator duitku =
                DuitkuSimulator.builder().publicUrl(URI.create("https://sim.example/")).start()) {
            assertThat(
                            new MerchantClient(duitku)
                                    .connect(PHONE, "c", "OL", "https://m.example")
                                    .field("webviewUrl"))
                    .startsWith("https://sim.example/wallet/link?ticket=");
        }
    }

    @Test
    void theJournalCountsRequestsAndPrintsNoSecrets() {
        try (DuitkuSimulator duitku = DuitkuSimulator.builder().start()) {
            MerchantClient merchant = new MerchantClient(duitku);
            String code = merchant.link(Channel.OVO, PHONE, "cust-1");
            assertThat(merchant.withCredential("user/info", code, "OL").status()).isEqualTo(200);
            assertThat(merchant.accountLink("user/info", "{}", Map.of()).status()).isEqualTo(401);

            assertThat(duitku.journal().count(DuitkuOperation.USER_INFO)).isEqualTo(2);
            assertThat(duitku.journal().of(DuitkuOperation.USER_INFO))
                    .extracting(RecordedRequest::signature)
                    .containsExactly(SignatureVerdict.VALID, SignatureVerdict.MISSING);
            RecordedRequest<DuitkuOperation> first =
                    duitku.journal().of(DuitkuOperation.USER_INFO).get(0);
            assertThat(first.request().text()).contains(code);
            assertThat(first.request().header("x-duitku-merchant")).contains(duitku.merchantCode());
            assertThat(duitku.journal().entries().toString())
                    .contains("USER_INFO POST", "answered 401")
                    .doesNotContain(code, PHONE, duitku.apiKey(), "ticket");
        }
    }

    @Test
    void otherMethodsAreAnsweredAndDoNotHang() {
        try (DuitkuSimulator duitku = DuitkuSimulator.builder().start()) {
            URI inquiry = URI.create(duitku.webApiBaseUrl() + "/webapi/api/merchant/v2/inquiry");
            for (String method : new String[] {"HEAD", "GET", "PUT", "DELETE", "OPTIONS"}) {
                HttpRequest.Builder request =
                        HttpRequest.newBuilder(inquiry)
                                .method(method, HttpRequest.BodyPublishers.noBody());
                assertThat(new MerchantClient(duitku).send(request).status())
                        .as(method)
                        .isEqualTo(405);
            }
        }
    }

    @Test
    void theEnginesOwnAdministrationIsClosed() {
        try (DuitkuSimulator duitku = DuitkuSimulator.builder().start()) {
            URI admin = URI.create(duitku.webApiBaseUrl() + "/__admin/mappings");

            assertThat(new MerchantClient(duitku).get(admin).status()).isEqualTo(401);
        }
    }

    @Test
    void manyPinsAtOnceChargeOnce() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (DuitkuSimulator duitku =
                DuitkuSimulator.builder().callbackMode(CallbackMode.MANUAL).start()) {
            MerchantClient merchant = new MerchantClient(duitku);
            String code = merchant.link(Channel.OVO, PHONE, "cust-1");
            List<Future<MerchantClient.Reply>> replies =
                    threads.invokeAll(
                            Collections.nCopies(
                                    8,
                                    () -> merchant.inquiry(Channel.OVO, code, "order-1", 10_000)));
            String page = replies.get(0).get().field("paymentUrl");
            for (Future<MerchantClient.Reply> reply : replies) {
                assertThat(reply.get().field("paymentUrl")).isEqualTo(page);
            }

            Callable<Optional<URI>> pin =
                    () -> duitku.customer().enterPin(URI.create(page), "123456");
            int redirected = 0;
            for (Future<Optional<URI>> result : threads.invokeAll(Collections.nCopies(8, pin))) {
                redirected += result.get().isPresent() ? 1 : 0;
            }

            assertThat(redirected).isEqualTo(1);
            assertThat(duitku.ledger().movements()).hasSize(1);
            assertThat(duitku.callbacks().messages()).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }
}
