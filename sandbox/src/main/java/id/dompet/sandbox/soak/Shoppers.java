package id.dompet.sandbox.soak;

import com.fasterxml.jackson.databind.JsonNode;
import id.dompet.ledger.PaymentState;
import id.dompet.testkit.Fault;
import id.dompet.testkit.SimulatorAnswer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The customers and the shop's pages in front of the workers: orders are placed one after the other
 * by many at once, at any worker that lives, and again, under the same reference, when nobody
 * answered. Thread-safe.
 */
final class Shoppers {
    private static final Logger LOG = LoggerFactory.getLogger(Shoppers.class);
    private static final int AT_ONCE = 24;
    private static final int ATTEMPTS = 3;
    private static final long WAIT_FOR_THE_END = 2_500;

    private final SoakPlan plan;
    private final Fleet fleet;
    private final Providers providers;
    private final Diary diary;
    private final Checkout checkout;
    private final LinkDesk links;
    private final ReturnsDesk returns;
    private final Random random;
    private final AtomicInteger orders = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean open = true;

    Shoppers(SoakPlan plan, Scene scene, LinkDesk links) {
        this.plan = plan;
        this.fleet = scene.fleet();
        this.providers = scene.providers();
        this.diary = scene.diary();
        this.random = plan.random("deadly");
        this.checkout = new Checkout(fleet, providers, diary, plan.random("checkout"));
        this.links = links;
        this.returns = new ReturnsDesk(checkout, diary);
    }

    /** Opens the shop. */
    void start() {
        for (int i = 0; i < AT_ONCE; i++) {
            Thread thread = new Thread(this::shop, "shopper-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** Closes the shop; what customers are doing they finish, as far as they can. */
    void stop() throws InterruptedException {
        open = false;
        for (Thread thread : threads) {
            thread.join(Checkout.PATIENCE.multipliedBy(3).toMillis());
        }
    }

    /** Where goods are sent back to; somebody has to work there. */
    Runnable returns() {
        return returns;
    }

    /** How many orders were begun. */
    int orders() {
        return orders.get();
    }

    private void shop() {
        while (open) {
            Order order = Order.of(orders.incrementAndGet(), plan.seed());
            try {
                place(order);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("order {} came to nothing", order.number(), e);
            }
        }
    }

    private void place(Order order) throws InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            String reference = order.reference(attempt);
            if (attempt == 1) {
                order.fault().ifPresent(fault -> providers.failCharge(order.way(), fault));
                if (order.deadly()) {
                    providers.failCharge(order.way(), Fault.rewritten(this::killBefore));
                }
            }
            Optional<JsonNode> paying = pay(order, reference);
            if (paying.isEmpty()) {
                return;
            }
            String page = paying.get().path("page").asText("");
            if (!page.isEmpty()) {
                Thread.sleep(order.hesitation());
                checkout.visit(order, attempt, URI.create(page));
            }
            if (order.refund() > 0) {
                returns.expect(order, reference);
            }
            Optional<PaymentState> end = diary.awaitEnd(reference, WAIT_FOR_THE_END);
            // Only an end that the merchant was told of allows another attempt.
            if (!order.persistent() || end.filter(PaymentState.DECLINED::equals).isEmpty()) {
                return;
            }
        }
    }

    private SimulatorAnswer killBefore(SimulatorAnswer answer) {
        synchronized (random) {
            boolean unused = fleet.killAny(random);
        }
        return answer;
    }

    /** Presses the button until somebody answers; empty if the shop closes before. */
    private Optional<JsonNode> pay(Order order, String reference) throws InterruptedException {
        if (order.twice()) {
            Thread second = new Thread(() -> payOnceQuietly(order, reference), "second-press");
            second.setDaemon(true);
            second.start();
        }
        while (open) {
            Optional<JsonNode> answer = checkout.pay(order, reference);
            if (answer.filter(given -> given.path("state").asText().equals("NO_LINK"))
                    .isPresent()) {
                boolean unused = links.link(order.way(), order.buyer());
            } else if (answer.isPresent()) {
                return answer;
            } else {
                Thread.sleep(100);
            }
        }
        return Optional.empty();
    }

    private void payOnceQuietly(Order order, String reference) {
        try {
            Optional<JsonNode> unused = checkout.pay(order, reference);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
