package id.dompet.testkit.doku;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.http.InboundRequest;
import id.dompet.model.Money;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import id.dompet.testkit.AdjustableClock;
import id.dompet.testkit.simulated.Lie;
import id.dompet.testkit.simulated.Movement;
import id.dompet.testkit.simulated.Operation;
import id.dompet.testkit.simulated.SeenRequest;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatedDokuTest {
    private static final PhoneNumber BUDI = PhoneNumber.of(Journey.PHONE);

    private final SimulatedDoku doku =
            SimulatedDoku.start(
                    new SimulatorSetup(
                            AdjustableClock.at(Journey.NOON),
                            URI.create("http://127.0.0.1:9/notify")));
    private final Journey journey = new Journey(doku.simulator());
    private final MerchantServer server = new MerchantServer(doku.simulator());

    @AfterEach
    void close() {
        server.close();
        doku.close();
    }

    private static Operation operation(SeenRequest request) {
        return request.operation();
    }

    @Test
    void moneyThatMovedIsTheOwnersAndWhatWasIssuedIsSecret() {
        doku.wallet(Wallet.OVO, BUDI).cash(30_000);
        String customer = journey.link(DokuChannel.OVO);

        URI page = journey.payByOvo("order-1", 25_000, customer).uri("webRedirectUrl");
        assertThat(doku.confirm(page)).isPresent();
        journey.refund("order-1", "refund-1", 5_000, customer);

        assertThat(doku.movements())
                .containsExactly(
                        new Movement("order-1", Money.idr(25_000), false, BUDI),
                        new Movement("order-1", Money.idr(5_000), true, BUDI));
        assertThat(doku.wallet(Wallet.OVO, BUDI).cash()).isEqualTo(10_000);
        assertThat(doku.issuedSecrets())
                .contains(customer)
                .anyMatch(secret -> page.getPath().endsWith(secret));
    }

    @Test
    void aPaymentIsToldAboutAsItStandsTheSameWayEachTime() {
        String customer = journey.link(DokuChannel.OVO);
        URI page = journey.payByOvo("order-1", 25_000, customer).uri("webRedirectUrl");

        assertThat(doku.notifyPayment("order-1")).isTrue();
        assertThat(server.last().body()).contains("\"latestTransactionStatus\":\"03\"");
        doku.confirm(page);
        doku.notifyPayment("order-1");
        MerchantServer.Received first = server.last();
        doku.notifyPayment("order-1");

        assertThat(first.body()).contains("\"latestTransactionStatus\":\"00\"");
        assertThat(server.last().header("X-EXTERNAL-ID")).isEqualTo(first.header("X-EXTERNAL-ID"));
        assertThat(doku.notifyBinding("link-1", Wallet.OVO, BUDI)).contains(true);
        assertThat(doku.notifyUnheardOf("order-1")).contains(true);
        assertThat(server.last().body()).contains("\"latestTransactionStatus\":\"42\"");
        assertThat(server.last().genuine()).isTrue();
        assertThat(doku.notifyPayment("order-2")).isFalse();
    }

    @Test
    void requestsAreNamedInNeutralWordsWithWhatIsWrongAboutThem() {
        String customer = journey.link(DokuChannel.OVO);
        journey.payRecurring("order-1", 25_000, customer);
        doku.next(Operation.STATUS, doku.lie(Operation.STATUS, Lie.AMOUNT).orElseThrow());
        assertThat(journey.status("order-1").at("/transAmount/value")).isEqualTo("76543.00");
        doku.next(Operation.STATUS, doku.lie(Operation.STATUS, Lie.CURRENCY).orElseThrow());
        assertThat(journey.status("order-1").at("/transAmount/currency")).isEqualTo("USD");
        assertThat(doku.requests()).allMatch(request -> request.objection().isEmpty());

        doku.revokeTokens();
        journey.balance(DokuChannel.OVO, customer);

        List<SeenRequest> seen = doku.requests();
        assertThat(seen.stream().map(SimulatedDokuTest::operation).collect(Collectors.toSet()))
                .contains(
                        Operation.BIND,
                        Operation.PAGE,
                        Operation.TOKEN,
                        Operation.CUSTOMER_TOKEN,
                        Operation.PAY,
                        Operation.STATUS);
        assertThat(seen.get(seen.size() - 1).objection()).contains("Invalid Token (B2B)");
    }

    @Test
    void everySpellingIsRightlySignedAndNoForgeryIs() {
        String customer = journey.link(DokuChannel.OVO);
        journey.payRecurring("order-1", 25_000, customer);
        doku.notifyPayment("order-1");
        MerchantServer.Received received = server.last();
        InboundRequest genuine =
                InboundRequest.of(
                        "POST",
                        received.path(),
                        received.headers().entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                each -> List.of(each.getValue()))),
                        received.body().getBytes(StandardCharsets.UTF_8));

        assertThat(doku.spellings(genuine)).hasSize(13).allMatch(this::isRightlySigned);
        assertThat(doku.forgeries(genuine))
                .hasSizeGreaterThan(30)
                .noneMatch(
                        forged ->
                                isRightlySigned(forged)
                                        && forged.header("Authorization")
                                                .equals(genuine.header("Authorization"))
                                        && forged.header("X-PARTNER-ID")
                                                .equals(genuine.header("X-PARTNER-ID")));
    }

    private boolean isRightlySigned(InboundRequest request) {
        SignedInbound signed = new SignedInbound(request, doku.simulator().clientSecret());
        return signed.header("X-SIGNATURE").equals(signed.signature());
    }
}
