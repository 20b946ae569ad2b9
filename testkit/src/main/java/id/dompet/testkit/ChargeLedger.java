package id.dompet.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was really taken from customers' wallets and given back to them, kept apart from what any
 * answer said. Every movement stays, so that a double charge shows. Amounts are whole rupiah, a
 * refund's are negative. Thread-safe.
 */
public final class ChargeLedger {

    /**
     * One charge or refund.
     *
     * @param sequence position in the ledger, from 1
     * @param orderId the merchant's order
     * @param amount whole rupiah, the sum of {@code sources}; negative for a refund
     * @param wallet the wallet that paid or was paid back, as the simulator names it
     * @param at when, by the simulator's clock
     * @param sources what the amount was made of, for example {@code cash}, {@code points}, {@code
     *     voucher}
     */
    public record Movement(
            long sequence,
            String orderId,
            long amount,
            String wallet,
            Instant at,
            Map<String, Long> sources) {

        /** Copies the map, so that the movement cannot change. */
        public Movement {
            sources = Map.copyOf(sources);
        }

        @Override
        public String toString() {
            return "Movement[%d, order %s, IDR %d, wallet %s, %s]"
                    .formatted(sequence, orderId, amount, Masking.phone(wallet), at);
        }
    }

    private final List<Movement> movements = new ArrayList<>();

    /** Writes one charge down. The amount is the sum of the sources; sources of 0 are left out. */
    public synchronized Movement record(
            String orderId, String wallet, Instant at, Map<String, Long> sources) {
        Map<String, Long> used = new TreeMap<>(sources);
        used.values().removeIf(part -> part == 0);
        long amount = used.values().stream().mapToLong(Long::longValue).sum();
        Movement movement = new Movement(movements.size() + 1L, orderId, amount, wallet, at, used);
        movements.add(movement);
        return movement;
    }

    /** Writes one refund down, given as positive amounts, as a movement of negative ones. */
    public Movement recordRefund(
            String orderId, String wallet, Instant at, Map<String, Long> sources) {
        Map<String, Long> negative = new TreeMap<>();
        sources.forEach((source, part) -> negative.put(source, -part));
        return record(orderId, wallet, at, negative);
    }

    /** Every movement, oldest first. */
    public synchronized List<Movement> movements() {
        return List.copyOf(movements);
    }

    /** The movements of one order, oldest first. */
    public synchronized List<Movement> movementsOf(String orderId) {
        return movements.stream().filter(m -> m.orderId().equals(orderId)).toList();
    }

    /** What one order has cost so far, less refunds; 0 when it was never charged. */
    public long chargedFor(String orderId) {
        return movementsOf(orderId).stream().mapToLong(Movement::amount).sum();
    }

    /** What was given back for one order, as a positive number of whole rupiah. */
    public long refundedFor(String orderId) {
        return -movementsOf(orderId).stream()
                .mapToLong(Movement::amount)
                .filter(amount -> amount < 0)
                .sum();
    }

    /** What all orders together have cost, less refunds, in whole rupiah. */
    public synchronized long total() {
        return movements.stream().mapToLong(Movement::amount).sum();
    }

    /** Orders that were charged more than once. */
    public synchronized List<String> ordersChargedTwice() {
        return movements.stream()
                .filter(movement -> movement.amount() >= 0)
                .collect(
                        Collectors.groupingBy(
                                Movement::orderId, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }
}
