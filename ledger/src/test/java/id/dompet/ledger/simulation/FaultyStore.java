package id.dompet.ledger.simulation;

import id.dompet.ledger.store.EventRow;
import id.dompet.ledger.store.NotificationKey;
import id.dompet.ledger.store.PaymentRow;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.ledger.store.StoreException;
import id.dompet.model.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The shared store as one life of an instance reaches it: with crashes and lost answers. */
final class FaultyStore implements PaymentStore {
    private final World world;
    private final Instance owner;
    private final int life;

    FaultyStore(World world, Instance owner, int life) {
        this.world = world;
        this.owner = owner;
        this.life = life;
    }

    private <T> T step(String what, Supplier<T> transaction) {
        owner.mustLive(life);
        world.mayDie(owner);
        if (world.chance(4)) {
            throw new StoreException(what + ": not reachable", new IllegalStateException("down"));
        }
        T result = transaction.get();
        world.mayDie(owner);
        if (world.chance(3)) {
            throw new StoreException(what + ": answer lost", new IllegalStateException("lost"));
        }
        return result;
    }

    @Override
    public Instant now() {
        return step("now", world.store::now);
    }

    @Override
    public Inserted insert(PaymentRow fresh) {
        return step("insert", () -> world.store.insert(fresh));
    }

    @Override
    public Optional<PaymentRow> find(String reference) {
        return step("find", () -> world.store.find(reference));
    }

    @Override
    public Written update(PaymentRow next, List<EventRow> events, Optional<NotificationKey> cause) {
        return step("update", () -> world.store.update(next, events, cause));
    }

    @Override
    public boolean applied(NotificationKey notification) {
        return step("applied", () -> world.store.applied(notification));
    }

    @Override
    public List<PaymentRow> claimDue(ProviderId provider, Instant now, int limit, Duration lease) {
        return step("claimDue", () -> world.store.claimDue(provider, now, limit, lease));
    }

    @Override
    public List<EventRow> claimEvents(Instant now, int limit, Duration lease) {
        return step("claimEvents", () -> world.store.claimEvents(now, limit, lease));
    }

    @Override
    public void delivered(EventRow event) {
        Object unused =
                step(
                        "delivered",
                        () -> {
                            world.store.delivered(event);
                            return event;
                        });
    }

    @Override
    public void failed(EventRow event, Instant nextAttemptAt) {
        Object unused =
                step(
                        "failed",
                        () -> {
                            world.store.failed(event, nextAttemptAt);
                            return event;
                        });
    }

    @Override
    public Backlog backlog() {
        return step("backlog", world.store::backlog);
    }

    @Override
    public int purge(Instant changedBefore, int limit) {
        return step("purge", () -> world.store.purge(changedBefore, limit));
    }
}
