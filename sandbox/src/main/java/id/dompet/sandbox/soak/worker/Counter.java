package id.dompet.sandbox.soak.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.ledger.Ledger;
import id.dompet.ledger.LedgerPayment;
import id.dompet.ledger.LedgerRefund;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Refund;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What the backend does for the shop in front of it: JSON in, JSON out. Thread-safe. */
final class Counter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final URI BACK = URI.create("http://127.0.0.1:9/back");
    private static final int MOST_ROUNDS = 1000;

    private final Ledger ledger;
    private final SoakClock clock;
    private final DatabaseTime databaseTime;

    Counter(Ledger ledger, SoakClock clock, DatabaseTime databaseTime) {
        this.ledger = ledger;
        this.clock = clock;
        this.databaseTime = databaseTime;
    }

    /** Starts a link. */
    ObjectNode bind(JsonNode request) {
        Way way = way(request);
        return bound(
                ledger.bind(
                        new BindRequest(
                                request.path("reference").asText(),
                                way.wallet(),
                                buyer(request).customer(),
                                BACK)));
    }

    /** The customer's browser is back from linking. */
    ObjectNode completeBind(JsonNode request) {
        String returnedTo = request.path("returnedTo").asText();
        String path = URI.create(returnedTo).getPath();
        return bound(
                ledger.completeBind(
                        buyer(request).reference(),
                        path.substring(path.lastIndexOf('/') + 1),
                        returnedTo));
    }

    private static ObjectNode bound(BindOutcome outcome) {
        ObjectNode answer = JSON.createObjectNode().put("state", outcome.state().name());
        if (outcome instanceof BindOutcome.AwaitingCustomer awaiting) {
            answer.put("page", awaiting.action().toString());
        }
        return answer;
    }

    /** Pays an order; {@code NO_LINK} if the customer has to link first. */
    ObjectNode pay(JsonNode request) {
        Way way = way(request);
        Buyer buyer = buyer(request);
        Optional<Binding> link =
                way.isLinked() ? Backend.link(ledger, buyer, way) : Optional.empty();
        if (way.isLinked() && link.isEmpty()) {
            return JSON.createObjectNode().put("state", "NO_LINK");
        }
        LedgerPayment paid = ledger.pay(payment(request, way, buyer, link));
        ObjectNode answer =
                JSON.createObjectNode()
                        .put("state", paid.state().name())
                        .put("recorded", paid.recorded());
        if (paid.outcome().orElse(null) instanceof PaymentOutcome.AwaitingCustomer awaiting) {
            answer.put("page", awaiting.action().toString());
        }
        return answer;
    }

    private Payment payment(JsonNode request, Way way, Buyer buyer, Optional<Binding> link) {
        String reference = request.path("reference").asText();
        Money amount = Money.idr(request.path("rupiah").asLong());
        String what = "An order of the soak";
        if (link.isEmpty()) {
            return Payment.redirect(
                    reference,
                    way.provider(),
                    way.wallet(),
                    buyer.customer(),
                    amount,
                    what,
                    BACK,
                    clock.now());
        }
        Payment payment =
                Payment.linked(
                        reference, link.get(), buyer.customer(), amount, what, BACK, clock.now());
        return way.kind() == Payment.Kind.UNATTENDED ? payment.unattended() : payment;
    }

    /** Gives a part of a payment back, or all of it. */
    ObjectNode refund(JsonNode request) {
        String reference = request.path("reference").asText();
        Payment paid =
                ledger.find(reference)
                        .orElseThrow(() -> new IllegalArgumentException("no payment " + reference))
                        .payment();
        LedgerRefund refund =
                ledger.refund(
                        new Refund(
                                request.path("refund").asText(),
                                paid,
                                Money.idr(request.path("rupiah").asLong()),
                                "The customer sent it back",
                                clock.now()));
        return JSON.createObjectNode()
                .put("state", refund.state().name())
                .put("recorded", refund.recorded());
    }

    /** A person found out at the provider that a refund never arrived there. */
    ObjectNode closeMissing(JsonNode request) {
        LedgerRefund closed = ledger.closeMissingRefund(request.path("refund").asText());
        return JSON.createObjectNode().put("state", closed.state().name());
    }

    /** Follows the clocks, then reconciles and delivers until nothing is left that is due. */
    ObjectNode settle(JsonNode request) {
        clock.follow(Duration.ofMillis(request.path("jumped").asLong()));
        databaseTime.pass(Duration.ofMillis(request.path("passed").asLong()));
        int rounds = 0;
        while (ledger.reconcile() + ledger.deliver() > 0 && rounds < MOST_ROUNDS) {
            rounds++;
        }
        PaymentStore.Backlog left = ledger.backlog();
        return JSON.createObjectNode()
                .put("open", left.open() + left.openRefunds())
                .put("undelivered", left.undelivered());
    }

    private static Way way(JsonNode request) {
        return Way.valueOf(request.path("way").asText());
    }

    private static Buyer buyer(JsonNode request) {
        return new Buyer(request.path("buyer").asInt());
    }
}
