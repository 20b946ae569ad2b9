package id.dompet.ledger.simulation;

import com.google.errorprone.annotations.FormatMethod;
import id.dompet.ledger.Alert;
import id.dompet.ledger.LedgerEvent;
import id.dompet.ledger.LedgerPayment;
import id.dompet.ledger.PaymentState;
import id.dompet.ledger.simulation.Merchant.Order;
import id.dompet.ledger.simulation.Provider.Charge;
import id.dompet.ledger.simulation.Provider.State;
import id.dompet.ledger.store.PaymentRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The invariants, checked after every event, because many faults heal before the end. */
final class Checker {
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
        for (String reference : world.provider.references()) {
            if (world.merchant.orders().stream()
                    .noneMatch(known -> known.reference().equals(reference))) {
                throw broken("the provider was asked for %s, which nobody ordered", reference);
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
        if (row.state() == PaymentState.PAID && !isPaid(order)) {
            throw broken("order %s is PAID in the ledger only", order.reference());
        }
        if (row.state().isOpen() && row.nextQuestionAt().isEmpty()) {
            throw broken("order %s is open, and nobody will ask", order.reference());
        }
        if (row.state() == PaymentState.DECLINED && couldStillBePaid(order)) {
            throw broken("order %s is DECLINED, and can still be paid", order.reference());
        }
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

    private void alarmed(Order order) {
        if (world.merchant.heard(order.reference()).stream()
                .noneMatch(e -> e.alert().filter(Alert.AMOUNT_DIFFERS::equals).isPresent())) {
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
            if (paid != (state == PaymentState.PAID)) {
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
                (told.state() == PaymentState.PAID && end != PaymentState.PAID)
                        || (told.state() == PaymentState.DECLINED && end == PaymentState.PAID);
        if (wrong) {
            throw broken(
                    "a caller was told %s about %s, which ended as %s",
                    told.state(), told.payment().reference(), end);
        }
    }

    /** Each event at least once, in order, the last one saying how it ended. */
    private void everythingWasHeard(Order order, PaymentRow row) {
        long expected = 1;
        LedgerEvent last = null;
        for (LedgerEvent event : world.merchant.heard(order.reference())) {
            if (event.number() > expected) {
                throw broken(
                        "order %s: event %d came before event %d",
                        order.reference(), event.number(), expected);
            }
            if (event.number() == expected) {
                expected++;
                last = event;
            }
        }
        if (last == null || last.state() != row.state()) {
            throw broken(
                    "order %s is %s, and the handler last heard %s",
                    order.reference(), row.state(), last == null ? "nothing" : last.state());
        }
        boolean alarmed =
                world.merchant.heard(order.reference()).stream()
                        .anyMatch(
                                e ->
                                        e.alert()
                                                .filter(Alert.PAID_AFTER_DECLINE::equals)
                                                .isPresent());
        if (alarmed) {
            throw broken("order %s was paid after it was declined", order.reference());
        }
    }

    @FormatMethod
    private Broken broken(String text, Object... words) {
        return new Broken(world.seed, text.formatted(words));
    }
}
