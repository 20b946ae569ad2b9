package id.dompet.testkit.duitku;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.Money;
import id.dompet.model.PhoneNumber;
import id.dompet.testkit.AdjustableClock;
import id.dompet.testkit.simulated.Lie;
import id.dompet.testkit.simulated.Movement;
import id.dompet.testkit.simulated.Operation;
import id.dompet.testkit.simulated.SeenRequest;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatedDuitkuTest {
    private static final PhoneNumber BUDI = PhoneNumber.of("081234567890");

    private final AdjustableClock clock = AdjustableClock.at(Instant.parse("2026-11-20T03:00:00Z"));
    private final MerchantServer server = new MerchantServer(count -> 200);
    private final SimulatedDuitku duitku =
            SimulatedDuitku.start(
                    new SimulatorSetup(clock, URI.create(server.address() + "/notify")),
                    SignatureScheme.LEGACY);
    private final MerchantClient merchant = new MerchantClient(duitku.simulator());

    @AfterEach
    void close() {
        duitku.close();
        server.close();
    }

    private URI pay(String order) {
        String code = merchant.link(Channel.OVO, BUDI.local(), "cust-1");
        ObjectNode body = merchant.inquiryBody(Channel.OVO, code, order, 25_000);
        return URI.create(
                merchant.inquiry(body.put("callbackUrl", server.address() + "/notify"))
                        .field("paymentUrl"));
    }

    @Test
    void moneyThatMovedIsTheOwnersAndWhatWasIssuedIsSecret() {
        duitku.wallet(id.dompet.model.Wallet.OVO, BUDI).cash(30_000);

        URI page = pay("order-1");

        assertThat(duitku.confirm(page)).isPresent();
        assertThat(duitku.movements())
                .containsExactly(new Movement("order-1", Money.idr(25_000), false, BUDI));
        assertThat(duitku.wallet(id.dompet.model.Wallet.OVO, BUDI).cash()).isEqualTo(5_000);
        assertThat(duitku.issuedSecrets())
                .hasSize(3)
                .anyMatch(secret -> page.getQuery().endsWith(secret));
    }

    @Test
    void nothingIsToldAboutAPaymentThatIsOpen() {
        URI page = pay("order-1");
        boolean open = duitku.notifyPayment("order-1");
        duitku.confirm(page);

        assertThat(open).isFalse();
        assertThat(duitku.notifyPayment("order-1")).isTrue();
        assertThat(duitku.notifyUnheardOf("order-1")).contains(true);
        assertThat(duitku.notifyUnheardOf("order-2")).isEmpty();
        assertThat(server.received()).hasSize(2);
        assertThat(server.received().get(0)).contains("resultCode=00");
        assertThat(server.received().get(1)).contains("resultCode=77");
    }

    @Test
    void requestsAreNamedInNeutralWordsWithWhatIsWrongAboutThem() {
        duitku.next(Operation.STATUS, duitku.lie(Operation.STATUS, Lie.AMOUNT).orElseThrow());
        duitku.confirm(pay("order-1"));
        assertThat(merchant.status("order-1").field("amount")).isEqualTo("76543");
        duitku.clearFaults();
        merchant.webApi("transactionStatus", "{\"signature\":\"00\"}", "application/json");

        List<SeenRequest> seen = duitku.requests();

        assertThat(seen)
                .extracting(SeenRequest::operation)
                .containsSubsequence(
                        Operation.BIND,
                        Operation.PAGE,
                        Operation.PAY,
                        Operation.PAGE,
                        Operation.STATUS);
        assertThat(seen.get(seen.size() - 1).objection()).contains("the signature is wrong");
        assertThat(seen.subList(0, seen.size() - 1)).allMatch(each -> each.objection().isEmpty());
    }

    @Test
    void connectionsCanBeDroppedBetweenRequests() {
        duitku.confirm(pay("order-1"));
        duitku.dropConnections();

        assertThat(merchant.status("order-1").field("statusCode")).isEqualTo("00");
    }

    @Test
    void everySpellingHasTheSameFieldsAndEveryForgeryOthers() {
        duitku.confirm(pay("order-1"));
        CallbackMessage message = duitku.simulator().callbacks().messages().get(0);
        Set<Map.Entry<String, String>> fields = Set.copyOf(message.parameters());
        InboundRequest genuine =
                InboundRequest.of(
                        "POST",
                        "/notify",
                        Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
                        message.form().encoded().getBytes(StandardCharsets.UTF_8));

        assertThat(duitku.spellings(genuine))
                .hasSize(9)
                .allMatch(spelling -> fieldsOf(spelling).containsAll(fields));
        assertThat(duitku.forgeries(genuine))
                .hasSizeGreaterThan(30)
                .noneMatch(forgery -> fieldsOf(forgery).equals(fields));
        assertThat(duitku.acknowledges(HttpResponse.of(204, "text/plain", ""))).isFalse();
    }

    private static Set<Map.Entry<String, String>> fieldsOf(InboundRequest request) {
        return CallbackForm.read(request.body().text()).fields().stream()
                .collect(Collectors.toSet());
    }
}
