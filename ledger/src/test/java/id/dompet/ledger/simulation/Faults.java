package id.dompet.ledger.simulation;

import id.dompet.ledger.store.StoreException;
import java.util.function.Supplier;

/** How one life of an instance reaches the shared store: with crashes, pauses and lost answers. */
final class Faults {
    private final World world;
    private final Instance owner;
    private final int life;

    Faults(World world, Instance owner, int life) {
        this.world = world;
        this.owner = owner;
        this.life = life;
    }

    <T> T step(String what, Supplier<T> transaction) {
        owner.mustLive(life);
        world.mayDie(owner);
        if (world.chance(4)) {
            throw new StoreException(what + ": not reachable", new IllegalStateException("down"));
        }
        T result = transaction.get();
        // Where a pause hurts most: written down, and not sent yet.
        mayPause(what.equals("insert") || what.equals("reserve") ? 20 : 3);
        world.mayDie(owner);
        if (world.chance(3)) {
            throw new StoreException(what + ": answer lost", new IllegalStateException("lost"));
        }
        return result;
    }

    /** The commit takes long, or the process stands still after it. */
    private void mayPause(int perMille) {
        if (world.chance(perMille)) {
            world.pass(
                    world.random.nextInt(3) == 0
                            ? world.seconds(60, 20_000)
                            : world.seconds(0, 30));
            owner.mustLive(life);
        }
    }
}
