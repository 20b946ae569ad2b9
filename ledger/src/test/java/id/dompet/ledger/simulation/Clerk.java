package id.dompet.ledger.simulation;

import id.dompet.ledger.LedgerPayment;
import id.dompet.ledger.LedgerRefund;
import id.dompet.ledger.simulation.Merchant.Order;
import id.dompet.ledger.store.StoreException;
import id.dompet.model.DompetException;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.Refund;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Gives money back, more often and more of it than can be, and closes what never arrived. */
final class Clerk {
    /** Money that somebody wants back. */
    record Wish(String reference, Order order, long rupiah) {}

    private static final int TRIES = 4;

    private final World world;
    private final Map<String, Wish> wishes = new LinkedHashMap<>();
    private final List<LedgerRefund> told = new ArrayList<>();
    private final Set<String> closed = new HashSet<>();

    Clerk(World world) {
        this.world = world;
    }

    Collection<Wish> wishes() {
        return wishes.values();
    }

    boolean knows(String reference) {
        return wishes.containsKey(reference);
    }

    List<LedgerRefund> told() {
        return told;
    }

    /** Whether a person has closed it, or tried to. */
    boolean hasClosed(String reference) {
        return closed.contains(reference);
    }

    /** The shop hears for the first time that an order is paid. */
    void paid(Order order) {
        if (world.isQuiet()) {
            return;
        }
        Duration first = world.seconds(0, 3_600);
        switch (world.random.nextInt(8)) {
            case 0 -> want(order, first, 100);
            case 1 -> want(order, first, world.random.nextInt(1, 100));
            case 2 -> want(order, first, 60, 60);
            case 3 -> want(order, first, 50, 50, 100);
            case 4 -> want(order, first, 30, 70);
            default -> {}
        }
    }

    private void want(Order order, Duration first, int... percents) {
        for (int percent : percents) {
            want(
                    "back-%d-%s".formatted(wishes.size(), order.reference()),
                    order,
                    Math.max(1, order.rupiah() * percent / 100),
                    first.plus(world.seconds(0, world.random.nextBoolean() ? 3 : 1_800)));
        }
    }

    private void want(String reference, Order order, long rupiah, Duration wait) {
        Wish wish = new Wish(reference, order, rupiah);
        wishes.put(reference, wish);
        int callers = world.random.nextInt(1, 4);
        for (int caller = 0; caller < callers; caller++) {
            world.in(wait.plus(world.seconds(0, 4)), () -> give(wish, TRIES));
        }
        if (world.random.nextInt(3) == 0) {
            world.in(wait.plus(world.seconds(0, 900)), () -> look(wish));
        }
    }

    private void give(Wish wish, int triesLeft) {
        Instance instance = world.anyInstance();
        if (!instance.isAlive()) {
            later(wish, triesLeft);
            return;
        }
        world.attempt(
                instance,
                () -> {
                    try {
                        Optional<LedgerPayment> paid =
                                instance.ledger().find(wish.order().reference());
                        if (paid.isPresent()) {
                            Refund refund = refund(wish, paid.get().payment(), instance);
                            told.add(instance.ledger().refund(refund));
                        }
                    } catch (DompetException.InvalidRequest e) {
                        // Too little is left, or all of it went back: no use in trying again.
                        return;
                    } catch (DompetException e) {
                        later(wish, triesLeft);
                    }
                });
    }

    private void later(Wish wish, int triesLeft) {
        if (triesLeft > 0) {
            world.in(world.seconds(1, 400), () -> give(wish, triesLeft - 1));
        }
    }

    private Refund refund(Wish wish, Payment payment, Instance instance) {
        return new Refund(
                wish.reference(),
                payment,
                Money.idr(wish.rupiah()),
                "Sold out",
                world.clocks.ofInstance(instance.number));
    }

    /** Somebody is impatient and has the provider asked at once. */
    private void look(Wish wish) {
        Instance instance = world.anyInstance();
        world.attempt(
                instance,
                () -> {
                    if (instance.ledger().findRefund(wish.reference()).isPresent()) {
                        LedgerRefund unused = instance.ledger().refreshRefund(wish.reference());
                    }
                });
    }

    /** The provider does not know a refund, says the ledger: a person calls and finds out. */
    void missing(String reference) {
        Wish wish = Objects.requireNonNull(wishes.get(reference));
        world.in(world.seconds(60, 4_000), () -> findOut(wish));
    }

    private void findOut(Wish wish) {
        boolean arrived = !world.provider.givenBackFor(wish.reference()).isEmpty();
        boolean over = !world.store.refunds().find(wish.reference()).orElseThrow().state().isOpen();
        if (arrived || over || closed.contains(wish.reference())) {
            return;
        }
        Instance instance = world.anyInstance();
        boolean[] done = {false};
        world.attempt(instance, () -> done[0] = close(instance, wish));
        if (!done[0]) {
            world.in(world.seconds(60, 600), () -> findOut(wish));
        }
    }

    private boolean close(Instance instance, Wish wish) {
        closed.add(wish.reference());
        try {
            LedgerRefund unused = instance.ledger().closeMissingRefund(wish.reference());
        } catch (StoreException | Crash e) {
            // Perhaps it was written, perhaps not: once more.
            if (world.store.refunds().find(wish.reference()).orElseThrow().state().isOpen()) {
                closed.remove(wish.reference());
            }
            throw e;
        } catch (IllegalStateException e) {
            // Somebody heard something else of it meanwhile.
            closed.remove(wish.reference());
            return false;
        }
        if (world.random.nextBoolean()) {
            want(wish.reference() + "-b", wish.order(), wish.rupiah(), world.seconds(1, 60));
        }
        return true;
    }
}
