package id.dompet.testkit.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import id.dompet.model.Money;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import id.dompet.testkit.AdjustableClock;
import id.dompet.testkit.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DialectSimulatorTest {
    private static final PhoneNumber BUDI = PhoneNumber.of("081234567890");
    private static final String SHOP = "https://shop.example/return";

    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final HttpServer merchant = merchant();
    private final AdjustableClock clock = AdjustableClock.at(Instant.parse("2026-11-20T03:00:00Z"));
    private final SimulatorSetup setup =
            new SimulatorSetup(
                    clock,
                    URI.create("http://127.0.0.1:" + merchant.getAddress().getPort() + "/notify"));
    private final DialectSimulator simulator =
            DialectSimulator.start(setup, new LineDialect(setup));
    private final HttpClient http = HttpClient.newHttpClient();

    private HttpServer merchant() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        try (exchange) {
                            String body =
                                    new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                            arrived.add(exchange.getRequestURI() + " " + body);
                            byte[] reply = (body.equals("please") ? "t0ken" : "OK").getBytes(UTF_8);
                            exchange.sendResponseHeaders(200, reply.length);
                            exchange.getResponseBody().write(reply);
                        }
                    });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        simulator.close();
        merchant.stop(0);
    }

    private HttpResponse<String> post(String path, String body, String key)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(simulator.baseUrl().resolve(path))
                        .version(HttpClient.Version.HTTP_1_1)
                        .timeout(Duration.ofSeconds(20))
                        .header("X-Api-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        return post(path, body, setup.secret("api-key")).body();
    }

    private static URI page(String answer) {
        return URI.create(answer.substring(answer.lastIndexOf('|') + 1));
    }

    @Test
    void customersLinkOnThePageAndComeBackWithWhatTheDialectSays() throws Exception {
        URI first = page(post("/link", "attempt-1|" + BUDI.local() + "|" + SHOP));
        URI second = page(post("/link", "attempt-2|" + BUDI.local() + "|" + SHOP + "?a=b"));

        URI back = simulator.confirm(first).orElseThrow();
        Link link = simulator.books().findLink("attempt-1").orElseThrow();

        assertThat(link.isConfirmed()).isTrue();
        assertThat(back).hasToString(SHOP + "?ticket=" + link.ticket());
        assertThat(simulator.decline(second)).contains(URI.create(SHOP + "?a=b&error=no+way"));
        assertThat(simulator.books().findLink("attempt-2").orElseThrow().state())
                .isEqualTo(Link.State.DECLINED);
        assertThat(simulator.confirm(second)).isEmpty();
        assertThat(simulator.issuedSecrets()).contains(link.ticket(), link.credential());
    }

    @Test
    void thePageAsksForThePinAndGivesUpAfterThreeWrongOnes() throws Exception {
        URI page = page(post("/link", "attempt-1|" + BUDI.local() + "|" + SHOP));
        HttpRequest wrong =
                HttpRequest.newBuilder(page)
                        .POST(HttpRequest.BodyPublishers.ofString("action=confirm&pin=1"))
                        .build();

        String form =
                http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body();
        String again = http.send(wrong, BodyHandlers.ofString()).body();
        http.send(wrong, BodyHandlers.ofString());
        int last = http.send(wrong, BodyHandlers.ofString()).statusCode();

        assertThat(form).contains("Link your OVO account").doesNotContain("Wrong PIN");
        assertThat(again).contains("Wrong PIN");
        assertThat(last).isEqualTo(302);
        assertThat(simulator.requests())
                .extracting(SeenRequest::operation)
                .containsExactly(
                        Operation.BIND,
                        Operation.PAGE,
                        Operation.PAGE,
                        Operation.PAGE,
                        Operation.PAGE);
    }

    @Test
    void moneyMovesWhenTheCustomerAgrees() throws Exception {
        URI page = page(post("/charge", "order-1|25000|page|" + SHOP));
        post("/charge", "order-2|10000|app");
        String atOnce = post("/charge", "order-3|5000|now");

        assertThat(simulator.confirm(page)).contains(URI.create(SHOP));
        simulator.confirmInApp("order-2");

        assertThat(atOnce).isEqualTo("PAID|order-3|IDR 5000.00");
        assertThat(post("/status", "order-1")).startsWith("PAID|order-1|IDR 25000.00");
        assertThat(simulator.movements())
                .extracting(Movement::reference)
                .containsExactly("order-3", "order-1", "order-2");
        assertThat(simulator.wallet(Wallet.DANA, Books.PASSER_BY).cash()).isEqualTo(960_000);
        assertThat(post("/refund", "refund-1|order-1|1000")).isEqualTo("00|refund-1|IDR 1000.00");
        assertThatThrownBy(() -> simulator.confirmInApp("order-9")).hasMessageContaining("order-9");
    }

    @Test
    void whoOpensThePageCanSayWhoTheyAre() throws Exception {
        URI page = page(post("/charge", "order-1|25000|page|" + SHOP));
        HttpRequest form =
                HttpRequest.newBuilder(page)
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "action=confirm&pin=123456&phone=" + BUDI.local()))
                        .build();

        http.send(form, BodyHandlers.ofString());

        assertThat(simulator.movements())
                .containsExactly(new Movement("order-1", Money.idr(25_000), false, BUDI));
    }

    @Test
    void whatExpiredCanBePaidLate() throws Exception {
        post("/charge", "order-1|25000|app");
        clock.advance(Duration.ofHours(1));
        String expired = post("/status", "order-1");

        assertThat(expired).startsWith("EXPIRED");
        assertThat(simulator.payLate("order-1")).isTrue();
        assertThat(simulator.payLate("order-1")).isFalse();
        assertThat(post("/status", "order-1")).startsWith("PAID");
    }

    @Test
    void aRequestThatIsNotGenuineIsRefusedAndTheJournalSaysWhy() throws Exception {
        int status = post("/charge", "order-1|25000|now", "guessed").statusCode();

        assertThat(status).isEqualTo(401);
        assertThat(simulator.movements()).isEmpty();
        assertThat(simulator.requests()).hasSize(1);
        assertThat(simulator.requests().get(0).objection()).contains("the API key");
        assertThat(simulator.requests().get(0).answeredStatus()).isEqualTo(401);
    }

    @Test
    void faultsHappenBeforeOrAfterTheEffect() throws Exception {
        simulator.next(Operation.PAY, Fault.status(503));
        simulator.next(Operation.PAY, Fault.status(503).afterEffect());
        simulator.next(Operation.PAY, Fault.code("51"));

        post("/charge", "order-1|25000|now");
        post("/charge", "order-2|25000|now");
        String coded = post("/charge", "order-3|25000|now");

        assertThat(coded).isEqualTo("51");
        assertThat(simulator.movements())
                .extracting(Movement::reference)
                .containsExactly("order-2");
    }

    @Test
    void faultsAreClearedAndLostAnswersAreSeen() throws Exception {
        simulator.next(Operation.STATUS, Fault.connectionReset());
        assertThatThrownBy(() -> post("/status", "order-1")).isInstanceOf(IOException.class);
        simulator.next(Operation.STATUS, Fault.status(500));
        simulator.clearFaults();

        assertThat(post("/status", "order-1")).isEqualTo("25");
        assertThat(simulator.requests())
                .extracting(SeenRequest::answeredStatus)
                .contains(0)
                .endsWith(200);
    }

    @Test
    void answersLieAboutOneFactAndNothingHappensTwice() throws Exception {
        simulator.next(Operation.PAY, simulator.lie(Operation.PAY, Lie.AMOUNT).orElseThrow());
        simulator.next(
                Operation.STATUS, simulator.lie(Operation.STATUS, Lie.CURRENCY).orElseThrow());
        simulator.next(
                Operation.STATUS, simulator.lie(Operation.STATUS, Lie.REFERENCE).orElseThrow());
        simulator.next(Operation.REFUND, simulator.lie(Operation.REFUND, Lie.AMOUNT).orElseThrow());

        assertThat(post("/charge", "order-1|25000|now")).isEqualTo("PAID|order-1|IDR 25001.00");
        assertThat(post("/status", "order-1")).isEqualTo("PAID|order-1|USD 25000.00");
        assertThat(post("/status", "order-1")).isEqualTo("PAID|order-7|IDR 25000.00");
        assertThat(post("/refund", "refund-1|order-1|1000")).isEqualTo("00|refund-1|IDR 1001.00");
        assertThat(post("/status", "order-1")).isEqualTo("PAID|order-1|IDR 25000.00");
        assertThat(simulator.movements())
                .extracting(Movement::amount)
                .containsExactly(Money.idr(25_000), Money.idr(1_000));
        assertThat(simulator.lie(Operation.BIND, Lie.AMOUNT)).isEmpty();
    }

    @Test
    void anAnswerWithoutTheFactBecomesOneThatCannotBeBelieved() throws Exception {
        simulator.next(Operation.STATUS, simulator.lie(Operation.STATUS, Lie.AMOUNT).orElseThrow());

        String key = setup.secret("api-key");
        assertThat(post("/status", "nobody's", key).statusCode()).isEqualTo(500);
        assertThat(simulator.failures()).isEmpty();
    }

    @Test
    void undocumentedCodesComeInTheDialectsOwnFormatUnderEveryStatusItUses() throws Exception {
        String key = setup.secret("api-key");
        for (Fault fault : simulator.undocumented(Operation.PAY)) {
            simulator.next(Operation.PAY, fault);
        }

        HttpResponse<String> ok = post("/charge", "order-1|25000|now", key);
        HttpResponse<String> refused = post("/charge", "order-2|25000|now", key);

        assertThat(ok.statusCode()).isEqualTo(200);
        assertThat(ok.body()).isEqualTo("77|order-1|IDR 25000.00");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).isEqualTo("77|order-2|IDR 25000.00");
    }

    @Test
    void droppedConnectionsAreOpenedAnew() throws Exception {
        post("/charge", "order-1|25000|now");
        simulator.dropConnections();

        assertThat(post("/status", "order-1")).startsWith("PAID");
    }

    @Test
    void notificationsReachTheMerchantAfterTheHandshake() throws Exception {
        post("/charge", "order-1|25000|now");

        assertThat(simulator.notifyPayment("order-1")).isTrue();
        assertThat(arrived)
                .containsExactly("/notify/token please", "/notify/payment?v=1 order-1 PAID t0ken");
        assertThat(simulator.notifyPayment("order-2")).isFalse();
        assertThat(simulator.notifyBinding("attempt-1", Wallet.OVO, BUDI)).isEmpty();
        assertThat(simulator.notifyUnheardOf("order-1")).isEmpty();
        merchant.stop(0);
        assertThat(simulator.notifyPayment("order-1")).isFalse();
    }

    @Test
    void aDialectThatFailsIsNamed() throws Exception {
        String key = setup.secret("api-key");
        HttpResponse<String> answer = post("/unheard-of", "", key);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .startsWith("your dialect failed: java.lang.IllegalStateException: no such path")
                .contains(" at LineDialect.java:");
        assertThat(simulator.failures()).hasSize(1);
        assertThat(simulator.requests().get(0).objection().orElseThrow())
                .startsWith("your dialect failed");
    }
}
