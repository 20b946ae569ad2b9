package id.dompet.sandbox.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.sandbox.soak.worker.Buyer;
import id.dompet.sandbox.soak.worker.Way;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where customers link their wallets, again until it has worked. Thread-safe. */
final class LinkDesk {
    private static final Logger LOG = LoggerFactory.getLogger(LinkDesk.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int RELOADS = 60;
    private static final long BETWEEN_RELOADS = 250;

    private final Fleet fleet;
    private final Providers providers;
    private final Random random;
    private final Caller caller = new Caller();
    private final AtomicInteger attempts = new AtomicInteger();
    private final Map<Link, Lock> locks = new ConcurrentHashMap<>();
    private final Set<Link> linked = ConcurrentHashMap.newKeySet();

    /**
     * A customer's link.
     *
     * @param customer as the merchant calls them
     * @param provider at which provider
     * @param wallet the wallet
     */
    record Link(String customer, String provider, String wallet) {}

    LinkDesk(Fleet fleet, Providers providers, Random random) {
        this.fleet = fleet;
        this.providers = providers;
        this.random = random;
    }

    /**
     * Links a customer's wallet, unless that was done before; one attempt at a time.
     *
     * @return whether it is linked now
     */
    boolean link(Way way, Buyer buyer) throws InterruptedException {
        Link link = new Link(buyer.reference(), way.provider().value(), way.wallet().code());
        Lock lock = locks.computeIfAbsent(link, unused -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            if (!linked.contains(link) && attempt(way, buyer)) {
                boolean unused = linked.add(link);
            }
            return linked.contains(link);
        } finally {
            lock.unlock();
        }
    }

    /** Every link that the backend said it has. */
    Set<Link> linked() {
        return Set.copyOf(linked);
    }

    private boolean attempt(Way way, Buyer buyer) throws InterruptedException {
        ObjectNode start =
                JSON.createObjectNode()
                        .put("reference", "link-" + attempts.incrementAndGet())
                        .put("way", way.name())
                        .put("buyer", buyer.number());
        Optional<JsonNode> begun = ask("/bind", start);
        String page = begun.map(answer -> answer.path("page").asText()).orElse("");
        if (page.isEmpty()) {
            return begun.filter(answer -> is(answer, "BOUND")).isPresent();
        }
        URI back;
        try {
            back = providers.confirmLink(way, URI.create(page));
        } catch (RuntimeException e) {
            LOG.debug("the page for a link leads nowhere; the customer begins anew", e);
            return false;
        }
        return returned(way, buyer, back);
    }

    /** The browser asks for the page again until the shop knows. */
    private boolean returned(Way way, Buyer buyer, URI back) throws InterruptedException {
        ObjectNode request =
                JSON.createObjectNode()
                        .put("way", way.name())
                        .put("buyer", buyer.number())
                        .put("returnedTo", back.toString());
        for (int i = 0; i < RELOADS; i++) {
            Optional<JsonNode> answer = ask("/complete-bind", request);
            if (answer.filter(given -> is(given, "BOUND")).isPresent()) {
                return true;
            }
            if (answer.filter(given -> is(given, "REFUSED")).isPresent()) {
                return false;
            }
            Thread.sleep(BETWEEN_RELOADS);
        }
        return false;
    }

    private static boolean is(JsonNode answer, String state) {
        return answer.path("state").asText().equals(state);
    }

    private Optional<JsonNode> ask(String door, ObjectNode request) throws InterruptedException {
        Optional<URI> worker;
        synchronized (random) {
            worker = fleet.any(random);
        }
        if (worker.isEmpty()) {
            Thread.sleep(100);
            return Optional.empty();
        }
        return caller.ask(worker.get(), door, request, PATIENCE);
    }
}
