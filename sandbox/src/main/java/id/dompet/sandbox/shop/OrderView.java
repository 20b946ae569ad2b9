package id.dompet.sandbox.shop;

import id.dompet.ledger.LedgerPayment;
import id.dompet.ledger.LedgerRefund;
import id.dompet.ledger.PaymentState;
import id.dompet.model.Customer;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the pages of orders show. */
final class OrderView {
    private OrderView() {}

    private record Line(
            String reference, String item, String price, String at, String status, String tone) {}

    private record Happened(String at, String words) {}

    static Map<String, Object> list(Orders orders, Customer customer) {
        List<Line> lines = orders.of(customer).stream().map(OrderView::line).toList();
        return Map.of("orders", lines, "none", lines.isEmpty());
    }

    private static Line line(Order order) {
        return new Line(
                order.reference(),
                order.item().name(),
                Words.rupiah(order.item().price()),
                Words.time(order.placedAt()),
                order.status().words(),
                tone(order));
    }

    private static String tone(Order order) {
        return switch (order.status()) {
            case WAITING -> "wait";
            case IN_THE_MAKING -> "good";
            case CANCELLED, GIVEN_BACK -> "bad";
        };
    }

    static Map<String, Object> of(Orders orders, Order order, Inbox inbox) {
        Optional<LedgerPayment> payment = orders.payment(order);
        List<LedgerRefund> refunds = orders.refunds(order);
        boolean open =
                payment.filter(known -> known.state().isOpen()).isPresent()
                        || refunds.stream().anyMatch(refund -> refund.state().isOpen());
        return Map.ofEntries(
                Map.entry("order", line(order)),
                Map.entry("itemId", order.item().id()),
                Map.entry("through", payment.map(OrderView::through).orElse("")),
                Map.entry("state", payment.map(OrderView::state).orElse("NOT SENT")),
                Map.entry("words", payment.map(OrderView::words).orElse("Nothing was charged.")),
                Map.entry("refunds", refunds.stream().map(OrderView::words).toList()),
                Map.entry("open", open),
                Map.entry("wallet", payment.map(OrderView::page).orElse("")),
                Map.entry("refundable", canGiveBack(orders, payment, refunds)),
                Map.entry("again", payment.map(OrderView::canBePaidAnew).orElse(true)),
                Map.entry("events", events(orders, order)),
                Map.entry(
                        "heard",
                        payment.flatMap(known -> inbox.latest(provider(known)))
                                .map(OrderView::words)
                                .orElse("")));
    }

    private static ProviderId provider(LedgerPayment payment) {
        return payment.payment().provider();
    }

    private static String through(LedgerPayment payment) {
        return Words.wallet(payment.payment().wallet()) + " through " + provider(payment);
    }

    private static String state(LedgerPayment payment) {
        return payment.state().name().replace('_', ' ');
    }

    private static String words(LedgerPayment payment) {
        return Words.of(payment.state(), payment.outcome(), provider(payment));
    }

    private static String words(LedgerRefund refund) {
        return Words.of(refund.state(), refund.outcome());
    }

    private static String words(Inbox.Heard heard) {
        return "The last notification from %s came on %s and was answered %d."
                .formatted(heard.provider(), heard.at(), heard.status());
    }

    /** The wallet's page, while it waits for the customer. */
    private static String page(LedgerPayment payment) {
        return payment.outcome()
                .filter(unused -> payment.state() == PaymentState.AWAITING_CUSTOMER)
                .filter(PaymentOutcome.AwaitingCustomer.class::isInstance)
                .map(waits -> ((PaymentOutcome.AwaitingCustomer) waits).action().toString())
                .orElse("");
    }

    private static boolean canGiveBack(
            Orders orders, Optional<LedgerPayment> payment, List<LedgerRefund> refunds) {
        return payment.filter(known -> known.state() == PaymentState.PAID)
                        .filter(paid -> orders.canGiveBack(paid.payment()))
                        .isPresent()
                && refunds.stream().noneMatch(refund -> refund.state().isSpent());
    }

    /** Only when it is certain that the money did not move. */
    private static boolean canBePaidAnew(LedgerPayment payment) {
        return payment.state() == PaymentState.DECLINED;
    }

    private static List<Happened> events(Orders orders, Order order) {
        return orders.events(order).stream()
                .map(event -> new Happened(Words.time(event.at()), event.words()))
                .toList();
    }
}
