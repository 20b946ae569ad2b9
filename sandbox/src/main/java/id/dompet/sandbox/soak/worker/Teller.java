package id.dompet.sandbox.soak.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.ledger.Alert;
import id.dompet.ledger.LedgerEvent;
import id.dompet.ledger.RefundEvent;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** The merchant's own code: tells another system, which outlives this process. Thread-safe. */
final class Teller {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI to;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();

    Teller(URI to) {
        this.to = to;
    }

    /** A payment has changed. */
    void payment(LedgerEvent event) throws IOException, InterruptedException {
        tell(
                body(event.payment(), event.number(), event.state().name(), event.alert())
                        .put("rupiah", rupiah(event.payment().amount())));
    }

    /** A refund has changed. */
    void refund(RefundEvent event) throws IOException, InterruptedException {
        tell(
                body(event.refund().payment(), event.number(), event.state().name(), event.alert())
                        .put("refund", event.refund().reference())
                        .put("rupiah", rupiah(event.refund().amount())));
    }

    private static ObjectNode body(
            Payment payment, long number, String state, Optional<Alert> alert) {
        return JSON.createObjectNode()
                .put("reference", payment.reference())
                .put("number", number)
                .put("state", state)
                .put("alert", alert.map(Enum::name).orElse(""));
    }

    private static long rupiah(Money amount) {
        return amount.amount().longValueExact();
    }

    private void tell(ObjectNode body) throws IOException, InterruptedException {
        HttpResponse<Void> answer =
                http.send(
                        HttpRequest.newBuilder(to)
                                .timeout(PATIENCE)
                                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 200) {
            throw new IOException("the merchant's own system answers " + answer.statusCode());
        }
    }
}
