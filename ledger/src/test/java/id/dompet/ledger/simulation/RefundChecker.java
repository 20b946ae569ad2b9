package id.dompet.ledger.simulation;

import com.google.errorprone.annotations.FormatMethod;
import id.dompet.ledger.Alert;
import id.dompet.ledger.LedgerRefund;
import id.dompet.ledger.PaymentState;
import id.dompet.ledger.RefundState;
import id.dompet.ledger.simulation.Clerk.Wish;
import id.dompet.ledger.simulation.Merchant.Order;
import id.dompet.ledger.simulation.Provider.Back;
import id.dompet.ledger.simulation.Provider.GivenBack;
import id.dompet.ledger.store.RefundRow;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The invariants of money that goes back. */
final class RefundChecker {
    private final World world;
    private final Map<String, RefundRow> before = new HashMap<>();

    RefundChecker(World world) {
        this.world = world;
    }

    void afterEveryEvent() {
        if (world.clerk.wishes().isEmpty()) {
            return;
        }
        for (Order order : world.merchant.orders()) {
            neverMoreThanWasPaid(order);
        }
        for (Wish wish : world.clerk.wishes()) {
            List<GivenBack> money = world.provider.givenBackFor(wish.reference());
            if (money.size() > 1) {
                throw broken("refund %s was given %d times", wish.reference(), money.size());
            }
            row(wish).ifPresent(row -> rowIsRight(row, money));
        }
    }

    private void neverMoreThanWasPaid(Order order) {
        BigDecimal all = spent(order, false);
        if (all.signum() > 0 && !world.provider.hasPaid(order.reference())) {
            throw broken("%s of order %s went back, which was not paid", all, order.reference());
        }
        if (all.compareTo(BigDecimal.valueOf(order.rupiah())) > 0) {
            throw broken(
                    "%s of the %d of order %s went back", all, order.rupiah(), order.reference());
        }
    }

    private BigDecimal spent(Order order, boolean done) {
        BigDecimal all = BigDecimal.ZERO;
        for (GivenBack money : world.provider.givenBack()) {
            boolean counts = done ? money.state == Back.DONE : money.state != Back.DECLINED;
            if (counts && money.payment.equals(order.reference())) {
                all = all.add(new BigDecimal(money.amount));
            }
        }
        return all;
    }

    private void rowIsRight(RefundRow row, List<GivenBack> money) {
        RefundRow earlier = before.put(row.reference(), row);
        if (earlier != null && earlier.version() > row.version()) {
            throw broken("refund %s went back to an older version", row.reference());
        }
        if (earlier != null && earlier.version() < row.version() && isBackwards(earlier, row)) {
            throw broken(
                    "refund %s went back from %s to %s",
                    row.reference(), earlier.state(), row.state());
        }
        if (row.state().isOpen() && row.nextQuestionAt().isEmpty()) {
            throw broken("refund %s is open, and nobody will ask", row.reference());
        }
        boolean may = money.stream().anyMatch(each -> each.state != Back.DECLINED);
        switch (row.state()) {
            case REFUNDED -> {
                if (!isDone(row, money)) {
                    throw broken("refund %s is REFUNDED in the ledger only", row.reference());
                }
            }
            case DECLINED -> {
                if (may) {
                    throw broken("refund %s is DECLINED, and goes back", row.reference());
                }
                if (money.isEmpty() && !world.clerk.hasClosed(row.reference())) {
                    throw broken("refund %s was closed by nobody", row.reference());
                }
            }
            case NOT_SENT -> {
                if (!money.isEmpty()) {
                    throw broken("refund %s is NOT_SENT, and arrived", row.reference());
                }
            }
            case SENDING, UNKNOWN, PROCESSING -> {}
        }
    }

    private static boolean isBackwards(RefundRow earlier, RefundRow row) {
        boolean sentAgain = earlier.state() == RefundState.NOT_SENT && row.state().isOpen();
        return row.state().compareTo(earlier.state()) < 0 && !sentAgain;
    }

    private static boolean isDone(RefundRow row, List<GivenBack> money) {
        return money.stream()
                .anyMatch(
                        each ->
                                each.state == Back.DONE
                                        && new BigDecimal(each.amount)
                                                        .compareTo(row.amount().amount())
                                                == 0);
    }

    private Optional<RefundRow> row(Wish wish) {
        return world.store.refunds().find(wish.reference());
    }

    boolean isSettled() {
        return world.clerk.wishes().stream()
                .flatMap(wish -> row(wish).stream())
                .noneMatch(row -> row.state().isOpen() && !isOdd(row));
    }

    /** Another amount went back, and somebody was told. */
    private boolean isOdd(RefundRow row) {
        return world.provider.givenBackFor(row.reference()).stream()
                        .anyMatch(money -> money.state == Back.DONE && !isDone(row, List.of(money)))
                && heard(row).stream().anyMatch(event -> event.isAlert(Alert.AMOUNT_DIFFERS));
    }

    private List<Heard> heard(RefundRow row) {
        return world.merchant.heard(row.payment()).stream()
                .filter(event -> event.refund().filter(row.reference()::equals).isPresent())
                .toList();
    }

    void atTheEnd() {
        for (Wish wish : world.clerk.wishes()) {
            List<GivenBack> money = world.provider.givenBackFor(wish.reference());
            Optional<RefundRow> row = row(wish);
            if (row.isEmpty() && !money.isEmpty()) {
                throw broken("refund %s is lost", wish.reference());
            }
            row.ifPresent(known -> ended(known, money));
        }
        world.merchant.orders().forEach(this::reversedIfNothingIsLeft);
        world.clerk.told().forEach(this::notContradicted);
    }

    private void ended(RefundRow row, List<GivenBack> money) {
        if (row.state().isOpen() && isOdd(row)) {
            return;
        }
        if (row.state().isOpen()) {
            throw broken("refund %s is still %s", row.reference(), row.state());
        }
        if (isDone(row, money) != (row.state() == RefundState.REFUNDED)) {
            throw broken("refund %s is %s, and went back", row.reference(), row.state());
        }
        Optional<Heard> last = heard(row).stream().max(Comparator.comparing(Heard::number));
        if (last.filter(heard -> heard.state().equals(row.state().name())).isEmpty()) {
            throw broken("nobody heard that refund %s is %s", row.reference(), row.state());
        }
    }

    private void reversedIfNothingIsLeft(Order order) {
        boolean all = spent(order, true).compareTo(BigDecimal.valueOf(order.rupiah())) == 0;
        boolean reversed =
                world.store
                        .find(order.reference())
                        .filter(row -> row.state() == PaymentState.REVERSED)
                        .isPresent();
        if (all != reversed) {
            throw broken(
                    "order %s is%s REVERSED, and%s everything went back",
                    order.reference(), reversed ? "" : " not", all ? "" : " not");
        }
    }

    private void notContradicted(LedgerRefund told) {
        RefundState end =
                world.store.refunds().find(told.refund().reference()).orElseThrow().state();
        boolean wrong =
                (told.state() == RefundState.REFUNDED && end != RefundState.REFUNDED)
                        || (told.state() == RefundState.DECLINED && end != RefundState.DECLINED);
        if (wrong) {
            throw broken(
                    "a caller was told %s about refund %s, which ended as %s",
                    told.state(), told.refund().reference(), end);
        }
    }

    @FormatMethod
    private Broken broken(String text, Object... words) {
        return new Broken(world.seed, text.formatted(words));
    }
}
