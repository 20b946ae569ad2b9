package id.dompet.sandbox.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.sandbox.soak.worker.SoakClock;
import id.dompet.sandbox.soak.worker.WorkerSettings;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * After the trouble: lets time pass until nothing is open, as it would within hours. Between two
 * steps everybody does what is due.
 */
final class Settlement {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration STEP = Duration.ofMinutes(4);

    /** Longer than any window of a provider, and than the ledger's patience with it. */
    private static final Duration LONGEST = Duration.ofDays(3);

    private static final int TRIES = 50;
    private static final long BETWEEN_TRIES = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Fleet fleet;
    private final Providers providers;
    private final Diary diary;
    private final SoakClock clock;
    private final Caller caller = new Caller();
    private final Set<String> closed = new HashSet<>();

    Settlement(Fleet fleet, Providers providers, Diary diary, SoakClock clock) {
        this.diary = diary;
        this.fleet = fleet;
        this.providers = providers;
        this.clock = clock;
    }

    /**
     * Settles; returns early once nothing is open.
     *
     * @throws SoakFailure if no worker answers any more
     */
    void run() throws InterruptedException {
        // What the killed had taken stays theirs for so long, by the database's clock.
        Thread.sleep(WorkerSettings.LEASE.plusMillis(100).toMillis());
        Duration end = clock.jumped().plus(LONGEST);
        Duration step = STEP;
        Duration passed = Duration.ZERO;
        while (clock.jumped().compareTo(end) < 0) {
            providers.notifyAgain();
            lookAfterRefunds();
            if (left(passed) == 0) {
                return;
            }
            clock.follow(clock.jumped().plus(step));
            passed = step;
            // The ledger asks less and less often, too.
            step = step.plus(step.dividedBy(20));
        }
    }

    /** What a person does whom the ledger told of a refund that the provider does not know. */
    private void lookAfterRefunds() throws InterruptedException {
        List<URI> workers = fleet.ready();
        for (Map.Entry<String, String> missing : diary.missingRefunds().entrySet()) {
            String refund = missing.getKey();
            if (closed.contains(refund) || workers.isEmpty()) {
                continue;
            }
            if (providers.gaveBack(missing.getValue(), refund)) {
                throw new SoakFailure(refund + " was made, and the ledger asks a person for it");
            }
            ObjectNode request = JSON.createObjectNode().put("refund", refund);
            if (caller.ask(workers.get(0), "/close-missing", request, PATIENCE).isPresent()) {
                boolean unused = closed.add(refund);
            }
        }
    }

    /**
     * Everybody does what is due; how much is open then, events included.
     *
     * @param passed how much time has passed; one of them lets it pass in the database
     */
    private long left(Duration passed) throws InterruptedException {
        Duration toPass = passed;
        for (int i = 0; i < TRIES; i++) {
            Optional<JsonNode> last = Optional.empty();
            for (URI worker : fleet.ready()) {
                ObjectNode request =
                        JSON.createObjectNode()
                                .put("jumped", clock.jumped().toMillis())
                                .put("passed", toPass.toMillis());
                toPass = Duration.ZERO;
                last = caller.ask(worker, "/settle", request, PATIENCE);
            }
            if (last.isPresent()) {
                return last.get().path("open").asLong() + last.get().path("undelivered").asLong();
            }
            Thread.sleep(BETWEEN_TRIES);
        }
        throw new SoakFailure("no worker answers while everything settles");
    }
}
