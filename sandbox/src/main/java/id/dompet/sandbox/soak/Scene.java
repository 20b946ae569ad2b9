package id.dompet.sandbox.soak;

import id.dompet.sandbox.soak.Audit.Finding;
import id.dompet.sandbox.soak.worker.Buyer;
import id.dompet.sandbox.soak.worker.SoakClock;
import id.dompet.sandbox.soak.worker.WorkerSettings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** Everything around the workers, in the parent's process, which nobody kills. */
final class Scene implements AutoCloseable {
    private final SoakDatabase database;
    private final SoakClock clock = new SoakClock(Instant.now(), Duration.ZERO);
    private final Providers providers;
    private final Diary diary;
    private final Fleet fleet;
    private final Relay relay;

    /**
     * Makes everything ready; no worker runs yet.
     *
     * @param folder a new one, for what workers are told and for their logs
     */
    Scene(SoakPlan plan, Path folder, SoakDatabase database) {
        this.database = database;
        this.fleet = new Fleet(plan, folder, clock::jumped);
        this.providers = Providers.start(clock);
        this.diary = Diary.open(plan.random("diary"));
        this.relay = Relay.start(fleet, plan.random("relay"));
        new WorkerSettings(
                        providers.settings(relay.address()),
                        database.url(),
                        database.user(),
                        newKey(),
                        diary.address(),
                        clock.began())
                .write(folder.resolve("worker.properties"));
    }

    private static String newKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    Providers providers() {
        return providers;
    }

    Diary diary() {
        return diary;
    }

    Fleet fleet() {
        return fleet;
    }

    /** How many requests and notifications met a fault. */
    long faults() {
        return providers.faults() + relay.mischief();
    }

    /** Starts as many workers as are missing, and waits until all can be called. */
    void staff() throws InterruptedException {
        fleet.tend();
        fleet.awaitReady();
    }

    /** From now on nothing fails but what is told to. */
    void calm() {
        relay.behave();
        diary.behave();
        providers.behave();
    }

    /** Peace begins with nothing but the database, and lasts until nothing is open. */
    void settle() throws InterruptedException {
        calm();
        fleet.killAll();
        staff();
        new Settlement(fleet, providers, diary, clock).run();
    }

    /** What the database says, read without the ledger, when nobody else has it any more. */
    Rows rows() {
        fleet.close();
        try (Connection connection = database.connect()) {
            return Rows.of(connection);
        } catch (SQLException e) {
            throw new SoakFailure("the database cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Compares it with everything else.
     *
     * @param linked links that the backend said it has
     * @param buyers who placed the order of a number
     */
    List<Finding> audit(Rows rows, Set<LinkDesk.Link> linked, IntFunction<Buyer> buyers) {
        return new Audit(providers.movements(), rows, diary, linked, buyers).run();
    }

    @Override
    public void close() {
        fleet.close();
        relay.close();
        diary.close();
        providers.close();
    }
}
