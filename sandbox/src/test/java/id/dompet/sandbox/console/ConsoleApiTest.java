package id.dompet.sandbox.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.dompet.model.BindOutcome;
import id.dompet.model.PaymentOutcome;
import id.dompet.sandbox.console.Desk.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The controls over HTTP, while a merchant charges through the library. */
final class ConsoleApiTest {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aChargeSucceedsOnceAndStaysSo() throws Exception {
        desk.charge(desk.link(), "order-1");

        Answer paid = decide("duitku", "succeed", "order-1");
        assertThat(paid.status()).isEqualTo(200);
        assertThat(paid.said()).isEqualTo("order-1 is paid.");
        assertThat(desk.duitku().ledger().chargedFor("order-1")).isEqualTo(25_000);

        for (String silly : List.of("succeed", "decline", "expire", "leave", "refund")) {
            Answer refused = decide("duitku", silly, "order-1");
            assertThat(refused.status()).as(silly).isEqualTo(409);
            assertThat(refused.said()).contains("order-1");
        }
        assertThat(desk.duitku().ledger().chargedFor("order-1")).isEqualTo(25_000);
    }

    @Test
    void aChargeIsDeclinedOrExpiresOrIsPaidLate() throws Exception {
        BindOutcome.Bound link = desk.link();
        desk.charge(link, "declined");
        desk.charge(link, "late");

        assertThat(decide("duitku", "leave", "late").said()).contains("stays pending");
        assertThat(decide("duitku", "decline", "declined").said()).contains("is declined");
        assertThat(decide("duitku", "succeed", "declined").status()).isEqualTo(409);
        assertThat(decide("duitku", "expire", "late").said()).contains("is expired");
        assertThat(decide("duitku", "succeed", "late").status()).isEqualTo(200);
        assertThat(state("late")).isEqualTo("PAID");
        assertThat(state("declined")).isEqualTo("FAILED");
    }

    @Test
    void aWalletWithoutMoneyCannotPay() throws Exception {
        desk.charge(desk.link(), "order-1");

        assertThat(
                        desk.post(
                                        "wallets/balance",
                                        "provider",
                                        "duitku",
                                        "wallet",
                                        "ovo",
                                        "phone",
                                        "0812-3456-7890",
                                        "cash",
                                        "10")
                                .status())
                .isEqualTo(200);
        Answer refused = decide("duitku", "succeed", "order-1");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.said()).contains("balance");
        assertThat(state("order-1")).isEqualTo("PENDING");
    }

    @Test
    void aPaidChargeAtDokuIsGivenBackInParts() throws Exception {
        desk.chargeAtDoku("order-1");
        assertThat(decide("doku", "refund", "order-1").status()).isEqualTo(409);
        assertThat(decide("doku", "succeed", "order-1").status()).isEqualTo(200);

        assertThat(refund("15000").status()).isEqualTo(200);
        assertThat(refund("26000").status()).isEqualTo(400);
        assertThat(refund("0").status()).isEqualTo(400);
        assertThat(decide("doku", "refund", "order-1").said()).contains("25000 rupiah");
        assertThat(decide("doku", "refund", "order-1").status()).isEqualTo(409);
        assertThat(state("order-1")).isEqualTo("REFUNDED");
    }

    @Test
    void aNotificationIsHeldSentTwiceAndForged() throws Exception {
        assertThat(desk.post("next/hold", "provider", "duitku").status()).isEqualTo(200);
        desk.charge(desk.link(), "order-1");
        decide("duitku", "succeed", "order-1");
        assertThat(desk.notified()).isZero();

        Answer twice = desk.post("notifications/twice", "provider", "duitku", "number", "1");
        assertThat(twice.said()).contains("HTTP 200").contains("; then HTTP 200");
        assertThat(desk.notified()).isEqualTo(2);
        desk.post("notifications/forge", "provider", "duitku", "number", "1");
        assertThat(desk.notified()).isEqualTo(3);

        Answer missing = desk.post("notifications/send", "provider", "duitku", "number", "7");
        assertThat(missing.status()).isEqualTo(404);
        JsonNode message = desk.get("notifications").body().get(0);
        assertThat(message.path("about").asText()).isEqualTo("order-1");
        assertThat(message.path("deliveries")).hasSize(3);
    }

    @Test
    void aNotificationComesBeforeTheAnswer() throws Exception {
        BindOutcome.Bound link = desk.link();
        desk.post("next/early", "provider", "duitku");
        desk.charge(link, "order-1");

        assertThat(desk.notified()).isEqualTo(1);
        assertThat(state("order-1")).isEqualTo("PAID");
    }

    @Test
    void aFaultMeetsTheNextRequestsAndNoMore() throws Exception {
        BindOutcome.Bound link = desk.link();
        assertThat(fault("duitku", "inquiry", "lost-after", "1").said()).contains("INQUIRY");
        assertThat(desk.get("faults").body().toString()).contains("\"next\":\"lost-after\"");

        assertThat(desk.charge(link, "order-1")).isInstanceOf(PaymentOutcome.Unknown.class);
        assertThat(state("order-1")).isEqualTo("PENDING");
        assertThat(desk.charge(link, "order-2"))
                .isInstanceOf(PaymentOutcome.AwaitingCustomer.class);
        assertThat(desk.get("faults").body().toString()).doesNotContain("lost-after");
    }

    @Test
    void everyFaultCanBeSwitchedOnAndOffAtEveryOperation() throws Exception {
        for (JsonNode each : desk.get("faults").body()) {
            for (FaultKind kind : FaultKind.values()) {
                Answer answer =
                        fault(
                                each.path("provider").asText(),
                                each.path("operation").asText(),
                                kind.label(),
                                "2");
                assertThat(answer.status()).isIn(200, 409);
            }
        }
        assertThat(desk.post("faults/clear").status()).isEqualTo(200);
        assertThat(desk.get("faults").body())
                .allSatisfy(each -> assertThat(each.path("waiting").asInt()).isZero());
    }

    @Test
    void anUnknownCodeAndAnExpiredTokenAreAnsweredInTheProvidersFormat() throws Exception {
        fault("doku", "PAYMENT", "unknown-code", "1");
        assertThat(desk.chargeAtDoku("order-1")).isInstanceOf(PaymentOutcome.Unknown.class);
        fault("doku", "PAYMENT", "expired-token", "1");
        assertThat(desk.chargeAtDoku("order-2"))
                .isInstanceOf(PaymentOutcome.AwaitingCustomer.class);
        assertThat(desk.get("log").body().toString()).contains("401");
    }

    @Test
    void theClockExpiresCharges() throws Exception {
        desk.charge(desk.link(), "order-1");
        assertThat(desk.post("clock/move", "by", "16m").status()).isEqualTo(200);
        assertThat(state("order-1")).isEqualTo("EXPIRED");
        assertThat(desk.get("clock").body().path("moved").asText())
                .isEqualTo(Duration.ofMinutes(16).toString());
        assertThat(desk.post("clock/move", "by", "99999d").status()).isEqualTo(400);
        assertThat(desk.post("clock/move", "by", "soon").said()).contains("30m");
        assertThat(desk.post("clock/reset").status()).isEqualTo(200);
        assertThat(desk.get("clock").body().path("moved").asText()).isEqualTo("PT0S");
    }

    @Test
    void thePagesThatWaitForTheCustomerAreListed() throws Exception {
        BindOutcome.Bound link = desk.link();
        assertThat(desk.get("pages").body()).isEmpty();
        desk.charge(link, "order-1");
        desk.chargeAtDoku("order-2");

        JsonNode pages = desk.get("pages").body();
        assertThat(pages).hasSize(2);
        assertThat(pages.get(0).path("what").asText()).isEqualTo("Pay order-1");
        HttpResponse<String> page =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(pages.get(1).path("url").asText()))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        decide("duitku", "decline", "order-1");
        decide("doku", "succeed", "order-2");
        assertThat(desk.get("pages").body()).isEmpty();
    }

    @Test
    void aWrongSignatureIsExplainedAndNothingSecretIsShown() throws Exception {
        String body = "{\"phoneNumber\":\"081234567890\",\"channel\":\"OL\"}";
        URI connect =
                URI.create(desk.duitku().accountLinkBaseUrl() + "/api/accountlinking/v1/connect");
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(connect)
                                .header("Content-Type", "application/json")
                                .header("X-Duitku-merchant", "D0000")
                                .header("X-Duitku-timestamp", "1657710956368")
                                .header("X-Duitku-signature", "0".repeat(64))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());

        JsonNode detail = desk.get("log/duitku/1").body();
        assertThat(detail.at("/diagnosis/mistakes/0/name").asText()).isEqualTo("other-account");
        assertThat(detail.toString())
                .doesNotContain("081234567890")
                .doesNotContain(desk.duitku().apiKey());
        assertThat(desk.page("console/log/duitku/1"))
                .contains("Why the signature is wrong")
                .contains("D0000")
                .doesNotContain("081234567890");
        assertThat(desk.get("log/duitku/99").status()).isEqualTo(404);
        assertThat(desk.get("log/duitku/x").status()).isEqualTo(400);
        assertThat(desk.get("log/gopay/1").status()).isEqualTo(400);
    }

    @Test
    void tokensAndCredentialCodesStayOutOfTheLog() throws Exception {
        BindOutcome.Bound link = desk.link();
        desk.charge(link, "order-1");
        desk.chargeAtDoku("order-2");
        List<String> secrets = new ArrayList<>();
        desk.duitku()
                .wallets()
                .forEach(wallet -> secrets.addAll(desk.duitku().credentialCodes(wallet)));
        assertThat(secrets).isNotEmpty();
        secrets.add(desk.duitku().apiKey());
        secrets.add(desk.doku().clientSecret());

        for (JsonNode each : desk.get("log").body()) {
            String number = each.path("provider").asText() + "/" + each.path("number").asText();
            String shown = desk.get("log/" + number).body() + desk.page("console/log/" + number);
            assertThat(shown).doesNotContain(secrets).doesNotContain("081234567890");
            assertThat(shown).doesNotContainPattern("eyJ[A-Za-z0-9_-]{10,}[.]");
        }
    }

    @Test
    void withoutATokenNothingIsChanged() throws Exception {
        Answer refused =
                desk.send(
                        HttpRequest.newBuilder(desk.at("api/clock/move"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"by\":\"30m\"}")));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(desk.get("clock").body().path("moved").asText()).isEqualTo("PT0S");
    }

    @Test
    void whateverIsSentToAnyActionIsAnsweredWithASentence() throws Exception {
        desk.charge(desk.link(), "order-1");
        for (JsonNode action : desk.get("").body().path("POST")) {
            String path = action.path("path").asText().substring("/api/".length());
            for (String value : List.of("", "duitku", "doku", "-1", "<script>", "9999999999999")) {
                List<String> given = new ArrayList<>();
                for (JsonNode name : action.path("parameters")) {
                    given.add(name.asText().replaceAll("[\\[\\]]", ""));
                    given.add(value);
                }
                Answer answer = desk.post(path, given.toArray(String[]::new));
                assertThat(answer.status()).as(path + " " + given).isIn(200, 400, 404, 409);
                assertThat(answer.said()).as(path + " " + given).isNotBlank();
            }
        }
    }

    private Answer decide(String provider, String action, String reference) throws Exception {
        return desk.post("charges/" + action, "provider", provider, "reference", reference);
    }

    private Answer refund(String amount) throws Exception {
        return desk.post(
                "charges/refund", "provider", "doku", "reference", "order-1", "amount", amount);
    }

    private Answer fault(String provider, String operation, String fault, String times)
            throws Exception {
        return desk.post(
                "faults/add",
                "provider",
                provider,
                "operation",
                operation,
                "fault",
                fault,
                "times",
                times);
    }

    private String state(String reference) throws Exception {
        for (JsonNode charge : desk.get("charges").body()) {
            if (charge.path("reference").asText().equals(reference)) {
                return charge.path("state").asText();
            }
        }
        return "nowhere";
    }
}
