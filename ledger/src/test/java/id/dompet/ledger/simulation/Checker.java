package id.dompet.ledger.simulation;

import com.google.errorprone.annotations.FormatMethod;
import id.dompet.ledger.Alert;
import id.dompet.ledger.LedgerPayment;
import id.dompet.ledger.PaymentState;
import id.dompet.ledger.simulation.Merchant.Order;
import id.dompet.ledger.simulation.Provider.Charge;
import id.dompet.ledger.simulation.Provider.State;
import id.dompet.ledger.store.PaymentRow;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The invariants, checked after every event, because many faults heal before the end. */
final class Checker {
    /** What a provider that keeps its word can cause. */
    private static final Set<Alert> EXPECTED =
            EnumSet.of(Alert.AMOUNT_DIFFERS, Alert.OPEN_TOO_LONG, Alert.REFUND_NOT_FOUND);

    private final World world;
    private final Map<String, PaymentRow> before = new HashMap<>();

    Checker(World world) {
        this.world = world;
    }

    void afterEveryEvent() {
        for (Order order : world.merchant.orders()) {
            chargedOnce(order);
            world.store.find(order.reference()).ifPresent(row -> rowIsRight(order, row));
        }
    }

    private void chargedOnce(Order order) {
        List<Charge> charges = world.provider.of(order.reference());
        if (charges.size() > 1) {
            throw broken("order %s was charged %d times", order.reference(), charges.size());
        }
        for (Charge charge : charges) {
            if (!charge.credential.equals(World.credential(order.customer()))) {
                throw broken("order %s was charged to another customer", order.reference());
            }
        }
    }

    private void rowIsRight(Order order, PaymentRow row) {
        PaymentRow earlier = before.put(order.reference(), row);
        if (earlier != null && earlier.version() > row.version()) {
            throw broken("order %s went back to an older version", order.reference());
        }
        if (earlier != null && earlier.version() < row.version() && isBackwards(earlier, row)) {
            throw broken(
                    "order %s went back from %s to %s",
                    order.reference(), earlier.state(), row.state());
        }
        if (isPaid(row.state()) && !isPaid(order)) {
            throw broken("order %s is %s in the ledger only", order.reference(), row.state());
        }
        if (row.state() == PaymentState.NOT_SENT
                && !world.provider.of(order.reference()).isEmpty()) {
            throw broken("order %s is NOT_SENT, and arrived", order.reference());
        }
        if (row.state().isOpen() && row.nextQuestionAt().isEmpty()) {
            throw broken("order %s is open, and nobody will ask", order.reference());
        }
        if (row.state() == PaymentState.DECLINED && couldStillBePaid(order)) {
            throw broken("order %s is DECLINED, and can still be paid", order.reference());
        }
    }

    private static boolean isPaid(PaymentState state) {
        return state == PaymentState.PAID || state == PaymentState.REVERSED;
    }

    private static boolean isBackwards(PaymentRow earlier, PaymentRow row) {
        boolean sentAgain = earlier.state() == PaymentState.NOT_SENT && row.state().isOpen();
        return row.state().compareTo(earlier.state()) < 0 && !sentAgain;
    }

    private boolean isPaid(Order order) {
        return world.provider.of(order.reference()).stream()
                .anyMatch(
                        charge ->
                                charge.state == State.PAID
                                        && charge.amount.equals(order.rupiah() + ".00"));
    }

    private boolean couldStillBePaid(Order order) {
        return world.provider.isOpen(order.reference()) || isPaid(order);
    }

    private boolean isPaidWithAnotherAmount(Order order) {
        return world.provider.of(order.reference()).stream()
                .anyMatch(charge -> charge.state == State.PAID && !isPaid(order));
    }

    /** Whether only a person can go on: with what was paid in another amount, as they were told. */
    boolean isSettled() {
        for (Order order : world.merchant.orders()) {
            boolean open =
                    world.store
                            .find(order.reference())
                            .filter(row -> row.state().isOpen())
                            .isPresent();
            if (open && !(isPaidWithAnotherAmount(order) && isAlarmed(order))) {
                return false;
            }
        }
        return true;
    }

    private boolean isAlarmed(Order order) {
        return world.merchant.heard(order.reference()).stream()
                .anyMatch(event -> event.isAlert(Alert.AMOUNT_DIFFERS));
    }

    private void alarmed(Order order) {
        if (!isAlarmed(order)) {
            throw broken("nobody was told that %s has another amount", order.reference());
        }
    }

    void atTheEnd() {
        for (Order order : world.merchant.orders()) {
            Optional<PaymentRow> row = world.store.find(order.reference());
            boolean paid = isPaid(order);
            if (row.isEmpty()) {
                if (!world.provider.of(order.reference()).isEmpty()) {
                    throw broken("order %s is lost", order.reference());
                }
                continue;
            }
            PaymentState state = row.get().state();
            if (state.isOpen() && isPaidWithAnotherAmount(order)) {
                alarmed(order);
                continue;
            }
            if (state.isOpen()) {
                throw broken("order %s is still %s", order.reference(), state);
            }
            if (paid != isPaid(state)) {
                throw broken(
                        "order %s is %s, and was%s paid",
                        order.reference(), state, paid ? "" : " not");
            }
            everythingWasHeard(order, row.get());
        }
        for (LedgerPayment told : world.merchant.told()) {
            notContradicted(told);
        }
    }

    private void notContradicted(LedgerPayment told) {
        PaymentState end = world.store.find(told.payment().reference()).orElseThrow().state();
        boolean wrong =
                (isPaid(told.state()) && !isPaid(end))
                        || (told.state() == PaymentState.DECLINED && isPaid(end));
        if (wrong) {
            throw broken(
                    "a caller was told %s about %s, which ended as %s",
                    told.state(), told.payment().reference(), end);
        }
    }

    /** A person was called about a refund: not before it should have arrived. */
    void alarmedInTime(String refund) {
        Instant arrived =
                world.desk
                        .askedAt(refund)
                        .orElse(World.START)
                        .plus(VirtualPlugin.POLLING.notFoundIsFinalAfter());
        if (world.now().isBefore(arrived)) {
            world.broken("a person was called too early about refund " + refund);
        }
    }

    /** Each event at least once, in order, the last one saying how it ended. */
    private void everythingWasHeard(Order order, PaymentRow row) {
        long expected = 1;
        String last = "nothing";
        for (Heard event : world.merchant.heard(order.reference())) {
            if (event.number() > expected) {
                throw broken(
                        "order %s: event %d came before event %d",
                        order.reference(), event.number(), expected);
            }
            if (event.number() == expected) {
                expected++;
                last = event.refund().isEmpty() ? event.state() : last;
            }
            event.alert().filter(alert -> !EXPECTED.contains(alert)).ifPresent(this::unexpected);
        }
        if (!last.equals(row.state().name())) {
            throw broken(
                    "order %s is %s, and the handler last heard %s",
                    order.reference(), row.state(), last);
        }
    }

    private void unexpected(Alert alert) {
        throw broken("a person was called: %s", alert);
    }

    @FormatMethod
    private Broken broken(String text, Object... words) {
        return new Broken(world.seed, text.formatted(words));
    }
}
