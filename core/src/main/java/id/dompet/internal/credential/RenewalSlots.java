package id.dompet.internal.credential;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The slots that are remembered, by subject. Reading is a look-up and notes nothing, which every
 * charge does twice; so there is no order of use, and what makes room is the end of credentials.
 * Thread-safe.
 */
final class RenewalSlots {
    private final ConcurrentMap<String, RenewalSlot> slots = new ConcurrentHashMap<>();
    private final int most;

    /**
     * Room for some.
     *
     * @param most how many are remembered; threads that add one at the same moment may exceed it by
     *     as many as they are
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
     * Those without a credential that lives go, and all of them if that is not a quarter: they are
     * filled from the store again, and looking through them must stay rare.
     */
    private synchronized void makeRoom() {
        if (slots.size() < most) {
            return;
        }
        slots.values().removeIf(slot -> !slot.isAlive());
        if (slots.size() > most / 4 * 3) {
            slots.clear();
        }
    }

    void remove(String subject) {
        slots.remove(subject);
    }

    int size() {
        return slots.size();
    }
}
