package id.dompet.ledger.simulation;

import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.ledger.Ledger;
import id.dompet.ledger.SimulatedLedgers;
import id.dompet.ledger.memory.MemoryLinkStore;
import java.util.function.BooleanSupplier;

/** One process of the merchant's, which can die and come back. */
final class Instance {
    final int number;
    private final World world;
    private int life;
    private boolean alive;
    private Ledger ledger;

    Instance(int number, World world) {
        this.number = number;
        this.world = world;
        this.ledger = start();
    }

    private Ledger start() {
        alive = true;
        Faults faults = new Faults(world, this, life);
        return SimulatedLedgers.open(
                world.design.dompet(world.facade(number), world),
                world.design.store(new FaultyStore(world.store, faults), world, this),
                world.design.refunds(new FaultyRefundStore(world.store.refunds(), faults), world),
                new MemoryLinkStore(),
                Facades.VAULT,
                world.design.rules(),
                event -> world.merchant.handle(this, event),
                event -> world.merchant.handle(this, event),
                world.timeOf(this),
                world.random);
    }

    Ledger ledger() {
        return ledger;
    }

    boolean isAlive() {
        return alive;
    }

    /** It dies: from here on nothing that still runs of it has any effect. */
    void die() {
        alive = false;
        life++;
    }

    void restart() {
        ledger = start();
    }

    /** Throws if the code that asks belongs to a life that is over. */
    void mustLive(int ofLife) {
        if (!alive || ofLife != life) {
            throw new Crash();
        }
    }

    HttpResponse send(HttpRequest request, BooleanSupplier isOver) {
        int ofLife = life;
        mustLive(ofLife);
        return world.design.send(request, one -> world.network.send(this, ofLife, one, isOver));
    }
}
