package id.dompet.sandbox.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.ledger.PaymentState;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where orders are paid: at any worker that lives. Thread-safe. */
final class Checkout {
    private static final Logger LOG = LoggerFactory.getLogger(Checkout.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A call of a worker may take a call of a provider, and then some. */
    static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Fleet fleet;
    private final Providers providers;
    private final Diary diary;
    private final Random random;
    private final Caller caller = new Caller();

    Checkout(Fleet fleet, Providers providers, Diary diary, Random random) {
        this.fleet = fleet;
        this.providers = providers;
        this.diary = diary;
        this.random = random;
    }

    /** Presses the button once; empty if nobody answered, or nothing was sent. */
    Optional<JsonNode> pay(Order order, String reference) throws InterruptedException {
        Optional<URI> worker;
        synchronized (random) {
            worker = fleet.any(random);
        }
        if (worker.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode request =
                JSON.createObjectNode()
                        .put("reference", reference)
                        .put("way", order.way().name())
                        .put("buyer", order.buyer().number())
                        .put("rupiah", order.rupiah());
        Optional<JsonNode> answer = caller.ask(worker.get(), "/pay", request, PATIENCE);
        answer.filter(given -> given.path("recorded").asBoolean())
                .ifPresent(
                        given ->
                                diary.answered(
                                        reference,
                                        PaymentState.valueOf(given.path("state").asText())));
        return answer;
    }

    /** Gives money back; empty if nobody answered, or nothing was sent. */
    Optional<JsonNode> refund(Order order, String reference) throws InterruptedException {
        Optional<URI> worker;
        synchronized (random) {
            worker = fleet.any(random);
        }
        if (worker.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode request =
                JSON.createObjectNode()
                        .put("reference", reference)
                        .put("refund", reference + ".r")
                        .put("rupiah", order.refund());
        return caller.ask(worker.get(), "/refund", request, PATIENCE);
    }

    /** The customer sees the wallet's page. */
    void visit(Order order, int attempt, URI page) {
        // Whoever was declined for a change of mind means it the second time.
        Order.Mood mood = attempt > 1 ? Order.Mood.CONFIRMS : order.mood();
        try {
            switch (mood) {
                case CONFIRMS -> providers.confirm(order.way(), order.buyer(), page);
                case DECLINES -> providers.decline(order.way(), page);
                case WALKS_AWAY -> LOG.debug("order {} is left lying", order.number());
            }
        } catch (RuntimeException e) {
            // The wallet refused, or the page is over; the provider knows how it ended.
            LOG.debug("order {}: the page led nowhere", order.number(), e);
        }
    }
}
