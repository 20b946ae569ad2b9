package id.dompet.docs.umpama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dompet.http.HttpFailure;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.DompetException.InvalidRequest;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Points;
import id.dompet.model.ProviderId;
import id.dompet.model.Secret;
import id.dompet.model.UnknownCause;
import id.dompet.model.Wallet;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.TimeSource;
import id.dompet.testkit.ports.FakeCall;
import id.dompet.testkit.ports.FakeCredentials;
import id.dompet.testkit.ports.FakeSettings;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One port at a time, without a network. */
class UmpamaPaymentsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");

    // snippet: fakes
    private final FakeCredentials credentials = new FakeCredentials(TimeSource.system());
    private final UmpamaPayments payments =
            payments(
                    FakeSettings.of(
                            "umpama",
                            new UmpamaPlugin(),
                            Map.of("merchant-id", "M-1", "api-key", "k")));

    private UmpamaPayments payments(FakeSettings settings) {
        UmpamaConfig config = UmpamaConfig.of(settings);
        UmpamaClient client = new UmpamaClient(config, new UmpamaSigner(config), new Random(7));
        return new UmpamaPayments(client, new UmpamaLinks(client, credentials));
    }

    @Test
    void aResultThatIsNotDocumentedIsUnknown() {
        FakeCall call = FakeCall.answering(422, "{\"result\": \"on_holiday\"}");
        PaymentOutcome outcome = payments.pay(call, payment());
        assertEquals(UnknownCause.UNRECOGNISED_CODE, ((PaymentOutcome.Unknown) outcome).cause());
        assertEquals("/v1/pushes", call.onlyRequest().uri().getPath());
    }

    @Test
    void pointsAreRefusedBeforeAnythingIsSent() {
        Payment withPoints = payment().withPoints(Points.asManyAsPossible());
        assertThrows(
                InvalidRequest.class, () -> payments.pay(FakeCall.sendingNothing(), withPoints));
    }

    // end

    @Test
    void aLostAnswerIsLeftToCore() {
        FakeCall call = FakeCall.throwing(new HttpFailure.NoAnswer("reset", null)).at(NOW);
        assertThrows(HttpFailure.NoAnswer.class, () -> payments.pay(call, payment()));
        assertEquals(1, call.requests().size());
        assertTrue(call.onlyRequest().body().text().contains("ref=order-1"));
    }

    private Payment payment() {
        Customer budi =
                Customer.of("budi", "Budi", "budi@mail.example", PhoneNumber.of("081234567890"));
        Binding binding =
                new Binding("binding-1", new ProviderId("umpama"), Wallet.LINKAJA, "budi", NOW);
        credentials.put("binding-1", Credential.of(Secret.of("link-1"), "budi"));
        return Payment.linked(
                "order-1",
                binding,
                budi,
                Money.idr(25_000),
                "Coffee",
                URI.create("https://shop.example/return"),
                NOW);
    }
}
