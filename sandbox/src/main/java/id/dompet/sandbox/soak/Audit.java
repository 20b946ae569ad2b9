package id.dompet.sandbox.soak;

import id.dompet.ledger.Alert;
import id.dompet.ledger.PaymentState;
import id.dompet.ledger.RefundState;
import id.dompet.sandbox.soak.Diary.Told;
import id.dompet.sandbox.soak.Rows.PaymentRow;
import id.dompet.sandbox.soak.Rows.RefundRow;
import id.dompet.sandbox.soak.worker.Buyer;
import id.dompet.testkit.ChargeLedger.Movement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Compares what the providers really did with what the database says, what the handler was told and
 * what callers were answered. For one thread, for one use.
 */
final class Audit {
    private final Map<String, List<Movement>> books;
    private final Rows rows;
    private final Diary diary;
    private final Set<LinkDesk.Link> linked;
    private final IntFunction<Buyer> buyers;
    private final List<Finding> findings = new ArrayList<>();

    /** What can be wrong with a payment. */
    enum Fault {
        /** An order was charged more than once. */
        DOUBLE,
        /** It was charged, answered or told of, and the database or the handler does not know. */
        LOST,
        /** Somebody was told something else than what happened. */
        WRONG,
        /** Nobody knows how it ended. */
        OPEN
    }

    /**
     * One thing that is wrong.
     *
     * @param fault of which kind
     * @param about the payment or order
     * @param what in words
     */
    record Finding(Fault fault, String about, String what) {}

    /**
     * An audit.
     *
     * @param linked links that the backend said it has
     * @param buyers who placed the order of a number
     */
    Audit(
            List<Movement> movements,
            Rows rows,
            Diary diary,
            Set<LinkDesk.Link> linked,
            IntFunction<Buyer> buyers) {
        this.books = movements.stream().collect(Collectors.groupingBy(Movement::orderId));
        this.rows = rows;
        this.diary = diary;
        this.linked = linked;
        this.buyers = buyers;
    }

    /** Everything that is wrong. */
    List<Finding> run() {
        chargedTwice();
        Set<String> all = new TreeSet<>(rows.payments().keySet());
        all.addAll(books.keySet());
        all.addAll(diary.references());
        all.forEach(this::payment);
        links();
        return List.copyOf(findings);
    }

    /** How many there are of each kind. */
    static Map<Fault, Long> count(List<Finding> findings) {
        Map<Fault, Long> counts = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            counts.put(fault, findings.stream().filter(each -> each.fault() == fault).count());
        }
        return counts;
    }

    private void chargedTwice() {
        Map<String, Integer> charges = new TreeMap<>();
        books.forEach(
                (reference, movements) -> {
                    int times = (int) movements.stream().filter(Audit::isCharge).count();
                    int unused = charges.merge(Order.orderOf(reference), times, Integer::sum);
                });
        charges.forEach(
                (order, times) -> {
                    if (times > 1) {
                        add(Fault.DOUBLE, order, "charged " + times + " times");
                    }
                });
    }

    private static boolean isCharge(Movement movement) {
        return movement.amount() > 0;
    }

    private void payment(String reference) {
        List<Movement> movements = books.getOrDefault(reference, List.of());
        long charged = movements.stream().filter(Audit::isCharge).mapToLong(Movement::amount).sum();
        long left = movements.stream().mapToLong(Movement::amount).sum();
        PaymentRow row = rows.payments().get(reference);
        if (row == null) {
            add(
                    Fault.LOST,
                    reference,
                    "not in the database; charged %d, told %s, answered %s"
                            .formatted(
                                    charged, diary.toldOf(reference), diary.answersOf(reference)));
            return;
        }
        if (row.state().isOpen() || row.undelivered() > 0) {
            add(
                    Fault.OPEN,
                    reference,
                    "%s with %d events to deliver; charged %d"
                            .formatted(row.state(), row.undelivered(), charged));
        }
        state(reference, row, charged, left);
        refunds(reference, charged - left);
        customer(reference, movements);
        told(reference, row, charged);
        answered(reference, row);
    }

    private void state(String reference, PaymentRow row, long charged, long left) {
        boolean saysCharged =
                row.state() == PaymentState.PAID || row.state() == PaymentState.REVERSED;
        if (charged > 0 && !saysCharged && !row.state().isOpen()) {
            add(Fault.LOST, reference, "charged %d, but %s".formatted(charged, row.state()));
        }
        if (charged == 0 && saysCharged) {
            add(Fault.WRONG, reference, row.state() + ", but never charged");
        }
        if (charged > 0 && row.rupiah().compareTo(BigDecimal.valueOf(charged)) != 0) {
            add(
                    Fault.WRONG,
                    reference,
                    "charged %d, but for %s".formatted(charged, row.rupiah().toPlainString()));
        }
        if (charged > 0 && saysCharged && (row.state() == PaymentState.REVERSED) != (left == 0)) {
            add(
                    Fault.WRONG,
                    reference,
                    "%s, but the provider kept %d of %d".formatted(row.state(), left, charged));
        }
    }

    private void refunds(String reference, long givenBack) {
        BigDecimal known = BigDecimal.ZERO;
        for (RefundRow refund : rows.refunds().getOrDefault(reference, List.of())) {
            if (refund.state().isOpen()) {
                add(Fault.OPEN, refund.reference(), refund.state() + ", a refund");
            }
            if (refund.state() == RefundState.REFUNDED) {
                known = known.add(refund.rupiah());
            }
            if (!refund.state().isOpen()
                    && diary.toldOf(reference).stream()
                            .filter(told -> told.refund().equals(refund.reference()))
                            .noneMatch(told -> told.state().equals(refund.state().name()))) {
                add(
                        Fault.LOST,
                        refund.reference(),
                        "the handler never heard that it is " + refund.state());
            }
        }
        int more = BigDecimal.valueOf(givenBack).compareTo(known);
        if (more != 0) {
            add(
                    more > 0 ? Fault.LOST : Fault.WRONG,
                    reference,
                    "%d went back, the database knows of %s"
                            .formatted(givenBack, known.toPlainString()));
        }
    }

    private void customer(String reference, List<Movement> movements) {
        String digits = Order.orderOf(reference).replaceAll("\\D", "");
        if (digits.isEmpty()) {
            return;
        }
        String phone = buyers.apply(Integer.parseInt(digits)).phone();
        for (Movement movement : movements) {
            if (!movement.wallet().endsWith(phone)) {
                add(Fault.WRONG, reference, "another customer's wallet was moved");
            }
        }
    }

    private void told(String reference, PaymentRow row, long charged) {
        List<Told> told = diary.toldOf(reference);
        if (!row.state().isOpen()
                && row.undelivered() == 0
                && told.stream()
                        .filter(Told::isOfPayment)
                        .noneMatch(each -> each.state().equals(row.state().name()))) {
            add(Fault.LOST, reference, "the handler never heard that it is " + row.state());
        }
        Map<Long, Told> byNumber = new HashMap<>();
        PaymentState before = PaymentState.SENDING;
        for (Told each : told) {
            boolean isNext = each.number() == byNumber.size() + 1L;
            Told same = byNumber.putIfAbsent(each.number(), each);
            if (same == null && !isNext) {
                add(Fault.WRONG, reference, "told out of order: " + told);
            }
            if (same != null && !same.equals(each)) {
                add(Fault.WRONG, reference, "told twice, differently: " + told);
            }
            if (!each.alert().isEmpty() && !each.alert().equals(Alert.REFUND_NOT_FOUND.name())) {
                add(Fault.WRONG, reference, "the handler was alerted: " + each.alert());
            }
            if (each.isOfPayment() && same == null) {
                PaymentState now = PaymentState.valueOf(each.state());
                if (goesBack(before, now)) {
                    add(Fault.WRONG, reference, "from %s back to %s".formatted(before, now));
                }
                if (now == PaymentState.PAID && charged == 0) {
                    add(Fault.WRONG, reference, "the handler heard of a payment never charged");
                }
                before = now;
            }
        }
    }

    /** What was not sent may be sent again; everything else moves forwards. */
    private static boolean goesBack(PaymentState from, PaymentState to) {
        return from != PaymentState.NOT_SENT && to.compareTo(from) < 0;
    }

    private void answered(String reference, PaymentRow row) {
        for (PaymentState state : diary.answersOf(reference)) {
            boolean isEnd = state == PaymentState.PAID || state == PaymentState.DECLINED;
            boolean stands =
                    state == row.state()
                            || (state == PaymentState.PAID && row.state() == PaymentState.REVERSED);
            if (isEnd && !stands) {
                add(
                        Fault.WRONG,
                        reference,
                        "a caller heard %s, it is %s".formatted(state, row.state()));
            }
        }
    }

    private void links() {
        for (LinkDesk.Link link : linked) {
            if (!rows.links().contains(link)) {
                add(Fault.LOST, link.customer(), "the database does not know of " + link);
            }
        }
    }

    private void add(Fault fault, String about, String what) {
        findings.add(new Finding(fault, about, what));
    }
}
