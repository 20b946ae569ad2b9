package id.dompet.testkit.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.dompet.http.InboundRequest;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import id.dompet.testkit.AdjustableClock;
import id.dompet.testkit.FormText;
import id.dompet.testkit.simulated.Charge;
import id.dompet.testkit.simulated.DialectSimulator;
import id.dompet.testkit.simulated.SeenRequest;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContohDialectTest {
    private static final PhoneNumber BUDI = PhoneNumber.of("081234567890");
    private static final String SHOP = "https://shop.example/return";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AdjustableClock clock = AdjustableClock.at(Instant.parse("2026-11-20T03:00:00Z"));
    private final SimulatorSetup setup =
            new SimulatorSetup(clock, URI.create("http://127.0.0.1:1/notify/contoh"));
    private final ContohDialect dialect = new ContohDialect(setup);
    private final ContohSeal seal = new ContohSeal(setup);
    private final DialectSimulator contoh = DialectSimulator.start(setup, dialect);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> headers = new LinkedHashMap<>();

    @AfterEach
    void close() {
        contoh.close();
    }

    private HttpResponse<String> send(String path, String body) throws Exception {
        String time = clock.instant().toString();
        headers.putIfAbsent("X-Merchant", ContohDialect.MERCHANT_ID);
        headers.put("Content-Type", "application/json");
        headers.putIfAbsent("X-Timestamp", time);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(contoh.baseUrl().resolve(path))
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        String signed = headers.getOrDefault("X-Timestamp", time);
        request.header("X-Signature", seal.sign("POST", path, signed, body.getBytes(UTF_8)));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode ask(String path, String... fields) throws Exception {
        Map<String, String> body = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            body.put(fields[i], fields[i + 1]);
        }
        return JSON.readTree(send(path, JSON.writeValueAsString(body)).body());
    }

    private String code(String path, String... fields) throws Exception {
        return ask(path, fields).path("code").asText();
    }

    private void signIn() throws Exception {
        headers.put("Authorization", "Bearer " + ask("/token").path("token").asText());
    }

    /** Links, takes the customer's token, and gives the credential. */
    private String link(String attempt) throws Exception {
        signIn();
        URI back = contoh.confirm(startLink(attempt)).orElseThrow();
        String ticket = FormText.read(back.getQuery()).getOrDefault("ticket", "");
        JsonNode done = ask("/link/complete", "attempt", attempt, "ticket", ticket);
        String credential = done.path("credential").asText();
        headers.put(
                "X-Customer-Token",
                ask("/customer-token", "credential", credential).path("token").asText());
        return credential;
    }

    private URI startLink(String attempt) throws Exception {
        JsonNode started =
                ask(
                        "/link",
                        "attempt",
                        attempt,
                        "wallet",
                        "OVO",
                        "phone",
                        BUDI.international(),
                        "returnUrl",
                        SHOP);
        return URI.create(started.path("page").asText());
    }

    private JsonNode charge(String reference, String amount, String mode) throws Exception {
        return ask(
                "/charge",
                "reference",
                reference,
                "amount",
                amount,
                "currency",
                "IDR",
                "mode",
                mode,
                "wallet",
                mode.equals("REDIRECT") ? "DANA" : "OVO",
                "description",
                "Two coffees",
                "name",
                "Budi",
                "returnUrl",
                SHOP);
    }

    private SeenRequest last() {
        return contoh.requests().get(contoh.requests().size() - 1);
    }

    @Test
    void whoDoesNotSignIsRefused() throws Exception {
        headers.put("X-Merchant", "M-1");
        assertThat(code("/token")).isEqualTo("91");
        headers.put("X-Merchant", ContohDialect.MERCHANT_ID);
        headers.put("X-Timestamp", clock.instant().minus(Duration.ofMinutes(6)).toString());
        assertThat(code("/token")).isEqualTo("91");
        headers.put("X-Timestamp", "now");
        assertThat(code("/token")).isEqualTo("91");
        headers.remove("X-Timestamp");
        assertThat(code("/status", "reference", "order-1")).isEqualTo("90");
        assertThat(last().objection()).contains(ContohSeal.TOKEN);
        assertThat(last().answeredStatus()).isEqualTo(401);
        signIn();
        assertThat(code("/balance")).isEqualTo("92");
        assertThat(code("/status", "reference", "order-1")).isEqualTo("25");
    }

    @Test
    void aSignatureIsForOneBody() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(contoh.baseUrl().resolve("/token"))
                        .header("X-Merchant", ContohDialect.MERCHANT_ID)
                        .header("X-Timestamp", clock.instant().toString())
                        .header("X-Signature", "0".repeat(64))
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build();

        String answer = http.send(request, BodyHandlers.ofString()).body();

        assertThat(answer).contains("\"91\"");
        assertThat(last().objection()).contains("X-Signature");
    }

    @Test
    void aRequestOfAnotherShapeIsRefusedByTheNameOfTheField() throws Exception {
        link("attempt-1");

        assertThat(charge("order-1", "25000", "NOW").path("code").asText()).isEqualTo("30");
        assertThat(last().objection()).contains("the field amount");
        assertThat(send("/status", "hello").statusCode()).isEqualTo(400);
        assertThat(send("/unheard-of", "{}").statusCode()).isEqualTo(404);
        assertThat(contoh.movements()).isEmpty();
    }

    @Test
    void aLinkLivesFromTheCustomersYesToItsEnd() throws Exception {
        signIn();
        URI refused = startLink("attempt-1");
        assertThat(code("/link/complete", "attempt", "attempt-1")).isEqualTo("10");
        assertThat(contoh.decline(refused).orElseThrow().getQuery()).contains("result=no");
        assertThat(code("/link/complete", "attempt", "attempt-1")).isEqualTo("11");

        String credential = link("attempt-2");
        assertThat(code("/link/complete", "attempt", "attempt-2", "ticket", "guess"))
                .isEqualTo("13");
        assertThat(code("/link/complete", "attempt", "attempt-2")).isEqualTo("00");
        contoh.wallet(Wallet.OVO, BUDI).cash(12_345);
        assertThat(ask("/balance").path("cash").asText()).isEqualTo("12345.00");
        assertThat(code("/top-up")).isEqualTo("00");
        assertThat(code("/unlink", "credential", credential)).isEqualTo("00");
        assertThat(code("/unlink", "credential", credential)).isEqualTo("12");
        assertThat(code("/customer-token", "credential", credential)).isEqualTo("12");
        assertThat(code("/balance")).isEqualTo("92");
        assertThat(charge("order-1", "1.00", "NOW").path("code").asText()).isEqualTo("12");
    }

    @Test
    void chargesAndRefundsSayHowTheyStand() throws Exception {
        link("attempt-1");
        contoh.wallet(Wallet.OVO, BUDI).cash(30_000);

        assertThat(charge("order-1", "25000.00", "NOW").path("amount").asText())
                .isEqualTo("25000.00");
        assertThat(charge("order-1", "25000.00", "NOW").path("code").asText()).isEqualTo("40");
        assertThat(charge("order-2", "25000.00", "NOW").path("code").asText()).isEqualTo("51");
        JsonNode page = charge("order-3", "5000.00", "PIN");
        assertThat(page.path("code").asText()).isEqualTo("01");
        assertThat(code("/status", "reference", "order-3")).isEqualTo("01");
        contoh.decline(URI.create(page.path("page").asText()));
        assertThat(code("/status", "reference", "order-3")).isEqualTo("05");
        headers.remove("X-Customer-Token");
        assertThat(charge("order-4", "5000.00", "REDIRECT").path("code").asText()).isEqualTo("01");

        assertThat(refund("refund-1", "order-1", "25000.01")).isEqualTo("52");
        assertThat(refund("refund-1", "order-9", "1.00")).isEqualTo("25");
        assertThat(refund("refund-1", "order-1", "25000.00")).isEqualTo("00");
        assertThat(refund("refund-1", "order-1", "25000.00")).isEqualTo("40");
        assertThat(code("/refund/status", "refund", "refund-1")).isEqualTo("00");
        assertThat(code("/refund/status", "refund", "refund-2")).isEqualTo("25");
        assertThat(code("/status", "reference", "order-1")).isEqualTo("07");
        assertThat(contoh.failures()).isEmpty();
    }

    private String refund(String refund, String reference, String amount) throws Exception {
        return code("/refund", "refund", refund, "reference", reference, "amount", amount);
    }

    @Test
    void notificationsAreSignedInEverySpellingAndForgeriesAreNot() throws Exception {
        link("attempt-1");
        charge("order-1", "25000.00", "NOW");
        Charge charge = contoh.books().findCharge("order-1").orElseThrow();

        InboundRequest genuine = dialect.notification(charge, "/notify/contoh").orElseThrow();

        assertThat(genuine.body().text()).contains("\"PAYMENT\"", "\"order-1\"", "\"25000.00\"");
        assertThat(genuine).matches(this::isSigned);
        assertThat(dialect.spellings(genuine)).hasSize(6).allMatch(this::isSigned);
        assertThat(dialect.forgeries(genuine)).hasSize(9).noneMatch(this::isSigned);
    }

    private boolean isSigned(InboundRequest request) {
        String time = request.onlyHeader("X-Timestamp").orElseThrow();
        String right = seal.sign("POST", request.path(), time, request.body().bytes());
        return request.onlyHeader("X-Signature").orElseThrow().equals(right);
    }
}
