package id.dompet.internal.credential;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The slots that are remembered, by subject. Reading is a look-up and notes nothing, which every
 * charge does twice; so there is no order of use. Thread-safe.
 */
final class RenewalSlots {
    private final ConcurrentMap<String, RenewalSlot> slots = new ConcurrentHashMap<>();
    private final int most;

    /**
     * Room for some.
     *
     * @param most how many are remembered, beside those that cannot go; threads that add one at the
     *     same moment may exceed it by as many as they are
     */
    RenewalSlots(int most) {
        this.most = most;
    }

    RenewalSlot get(String subject, Function<String, RenewalSlot> maker) {
        @Nullable RenewalSlot known = slots.get(subject);
        return known == null ? added(subject, maker) : known;
    }

    private RenewalSlot added(String subject, Function<String, RenewalSlot> maker) {
        if (slots.size() >= most) {
            makeRoom();
        }
        return slots.computeIfAbsent(subject, maker);
    }

    /**
     * Those go without a credential that lives, and every second one of the others if that is not a
     * quarter: they are filled from the store again, and looking through all must stay rare. Those
     * that are being renewed, or have just failed to be, stay.
     */
    private synchronized void makeRoom() {
        if (slots.size() < most) {
            return;
        }
        slots.values().removeIf(slot -> slot.isIdle() && !slot.isAlive());
        if (slots.size() > most / 4 * 3) {
            AtomicInteger number = new AtomicInteger();
            slots.values().removeIf(slot -> slot.isIdle() && number.getAndIncrement() % 2 == 0);
        }
    }

    void remove(String subject) {
        slots.remove(subject);
    }

    int size() {
        return slots.size();
    }
}
