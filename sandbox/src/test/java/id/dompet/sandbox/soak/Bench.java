package id.dompet.sandbox.soak;

import com.fasterxml.jackson.databind.JsonNode;
import id.dompet.sandbox.soak.Audit.Finding;
import id.dompet.sandbox.soak.SoakPlan.DatabaseKind;
import id.dompet.sandbox.soak.worker.Buyer;
import id.dompet.sandbox.soak.worker.Way;
import id.dompet.testkit.Fault;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A soak's scene in which nothing is left to chance: one order after the other, made to measure.
 */
final class Bench implements AutoCloseable {
    private static final int PATIENT = 20;
    static final Buyer BUYER = new Buyer(0);

    private final SoakDatabase database;
    private final LinkDesk links;
    private final Checkout checkout;
    final Scene scene;

    Bench(Path folder, DatabaseKind kind, Class<?> worker) {
        SoakPlan plan = new SoakPlan(Duration.ZERO, 1, kind, worker.getName(), false);
        database = SoakDatabase.open(kind, folder);
        scene = new Scene(plan, folder, database);
        links = new LinkDesk(scene.fleet(), scene.providers(), new Random(1));
        checkout = new Checkout(scene.fleet(), scene.providers(), scene.diary(), new Random(1));
        scene.calm();
    }

    /** Starts the workers that are missing. */
    Bench staffed() throws InterruptedException {
        scene.staff();
        return this;
    }

    /** An order of this customer's who confirms it at once. */
    static Order order(int number, Way way, long rupiah, Order.Mood mood) {
        return new Order(
                number, way, BUYER, rupiah, mood, 0, false, false, Optional.empty(), 0, false);
    }

    /** The customer links the wallet, again if the machine was too slow for the first attempt. */
    void link(Way way) throws InterruptedException {
        for (int i = 0; i < PATIENT; i++) {
            if (links.link(way, BUYER)) {
                return;
            }
        }
        throw new AssertionError("the wallet cannot be linked");
    }

    /** Presses the button until somebody answers. */
    void payUntilAnswered(Order order) throws InterruptedException {
        for (int i = 0; i < PATIENT; i++) {
            if (pay(order)) {
                return;
            }
        }
        throw new AssertionError("nobody answers");
    }

    /** Presses the button until the one who was asked is dead. */
    void payUntilDeath(Order order) throws InterruptedException {
        for (int i = 0; i < PATIENT; i++) {
            boolean unused = pay(order);
            if (scene.fleet().awaitDeath(Duration.ofSeconds(2))) {
                return;
            }
        }
        throw new AssertionError("nobody died");
    }

    /** Presses the button once; whether somebody answered. */
    boolean pay(Order order) throws InterruptedException {
        Optional<JsonNode> answer = checkout.pay(order, order.reference(1));
        answer.map(given -> given.path("page").asText(""))
                .filter(page -> !page.isEmpty())
                .ifPresent(page -> checkout.visit(order, 1, URI.create(page)));
        return answer.isPresent();
    }

    /** Everybody is dead when the provider has done what it was asked for, before it answers. */
    Fault killing() {
        return Fault.rewritten(
                answer -> {
                    scene.fleet().killAll();
                    return answer;
                });
    }

    /** Whether the database knows of an order's payment, when no worker has it open. */
    boolean isWritten(Order order) throws SQLException {
        try (Connection connection = database.connect()) {
            return Rows.of(connection).payments().containsKey(order.reference(1));
        }
    }

    /** Settles and compares. */
    List<Finding> findings() throws InterruptedException {
        scene.settle();
        return audit(scene.rows());
    }

    /** Compares. */
    List<Finding> audit(Rows rows) {
        return scene.audit(rows, links.linked(), number -> BUYER);
    }

    @Override
    public void close() {
        scene.close();
        database.close();
    }
}
