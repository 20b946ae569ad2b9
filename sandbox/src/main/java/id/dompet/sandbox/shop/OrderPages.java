package id.dompet.sandbox.shop;

import id.dompet.ledger.LedgerPayment;
import id.dompet.ledger.LedgerRefund;
import id.dompet.ledger.PaymentState;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.DompetException;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Wallet;
import id.dompet.sandbox.web.Pages;
import id.dompet.sandbox.web.Refused;
import id.dompet.sandbox.web.Reply;
import id.dompet.sandbox.web.WebRequest;
import java.util.Optional;
import java.util.function.Supplier;

/** Orders: paying, what became of it, giving back. */
final class OrderPages {
    private final Pages pages;
    private final Running running;
    private final Visitors visitors;
    private final Inbox inbox;

    OrderPages(Pages pages, Running running, Visitors visitors, Inbox inbox) {
        this.pages = pages;
        this.running = running;
        this.visitors = visitors;
        this.inbox = inbox;
    }

    Reply all(WebRequest request) {
        return running.with(
                backend ->
                        pages.show(
                                request,
                                "orders",
                                "Your orders",
                                OrderView.list(backend.orders(), visitors.of(request))));
    }

    Reply show(WebRequest request) {
        return running.with(
                backend -> {
                    Order order = mine(backend, request);
                    return pages.show(
                            request,
                            "order",
                            order.item().name(),
                            OrderView.of(backend.orders(), order, inbox));
                });
    }

    /** A reference and what to pay with. Sent twice, it is one order and one payment. */
    Reply pay(WebRequest request) {
        Customer me = visitors.of(request);
        Item item =
                Item.of(request.field("item"))
                        .orElseThrow(() -> Refused.bad("That is not on the menu."));
        String reference = request.field("order");
        if (!References.isOrder(reference)) {
            throw Refused.bad("This form is not complete; start again from the menu.");
        }
        return running.with(
                backend -> {
                    Means means = means(backend, me, request.field("means"));
                    Order order = backend.orders().place(reference, me, item);
                    if (!order.customer().equals(me.reference()) || !order.item().equals(item)) {
                        throw Refused.conflict(
                                "This form was sent for another order already; start again from"
                                        + " the menu.");
                    }
                    return paid(request, order, () -> means.pay(backend.orders(), order));
                });
    }

    /** Pays an order. */
    private interface Means {
        LedgerPayment pay(Orders orders, Order order);
    }

    private static Means means(Backend backend, Customer me, String chosen) {
        if (chosen.startsWith("link:")) {
            Binding binding =
                    backend.wallets()
                            .of(me, chosen.substring("link:".length()))
                            .orElseThrow(
                                    () ->
                                            Refused.conflict(
                                                    "That wallet is no longer linked, and nothing"
                                                            + " was charged. Choose another."));
            return (orders, order) -> orders.pay(order, me, binding);
        }
        if (chosen.matches("wallet:[A-Z]{1,20}")) {
            Wallet wallet = new Wallet(chosen.substring("wallet:".length()));
            return (orders, order) -> orders.pay(order, me, wallet);
        }
        throw Refused.bad("Choose what to pay with.");
    }

    private static Reply paid(WebRequest request, Order order, Supplier<LedgerPayment> paying) {
        try {
            return next(order, paying.get());
        } catch (DompetException e) {
            // An exception means that nothing happened: the same order can be paid again.
            request.session().say("Nothing was charged: " + e.getMessage());
            return Reply.seeOther(page(order));
        }
    }

    /** To the wallet's page where it waits for the customer; else to the order's own. */
    private static Reply next(Order order, LedgerPayment payment) {
        return payment.outcome()
                .filter(unused -> payment.state() == PaymentState.AWAITING_CUSTOMER)
                .filter(PaymentOutcome.AwaitingCustomer.class::isInstance)
                .map(waits -> ((PaymentOutcome.AwaitingCustomer) waits).action().toString())
                .map(Reply::seeOther)
                .orElseGet(() -> Reply.seeOther(page(order)));
    }

    /** The browser is back from the wallet. What it brings is shown, and never booked. */
    Reply cameBack(WebRequest request) {
        return running.with(
                backend -> {
                    Order order = mine(backend, request);
                    backend.orders()
                            .payment(order)
                            .filter(payment -> payment.state().isOpen())
                            .map(open -> hint(backend.orders(), open, request.target()))
                            .ifPresent(request.session()::say);
                    return Reply.seeOther(page(order));
                });
    }

    private static String hint(Orders orders, LedgerPayment open, String target) {
        return switch (orders.looksLike(open, target)) {
            case SUCCESS -> "Thank you! What counts is what the wallet tells us itself: see below.";
            case FAILED ->
                    "It looks as if it did not work. What counts is what the wallet tells us: see below.";
            case PENDING, NOTHING ->
                    "Welcome back. What counts is what the wallet tells us: see below.";
        };
    }

    Reply ask(WebRequest request) {
        return running.with(
                backend -> {
                    Order order = mine(backend, request);
                    if (backend.orders().payment(order).isEmpty()) {
                        throw Refused.conflict("Nobody has tried to pay this order yet.");
                    }
                    LedgerPayment payment = Visitors.tried(() -> backend.orders().ask(order));
                    request.session()
                            .say(
                                    "Asked "
                                            + payment.payment().provider()
                                            + ". "
                                            + Words.of(
                                                    payment.state(),
                                                    payment.outcome(),
                                                    payment.payment().provider()));
                    return Reply.seeOther(page(order));
                });
    }

    Reply giveBack(WebRequest request) {
        return running.with(
                backend -> {
                    Order order = mine(backend, request);
                    Optional<LedgerPayment> payment = backend.orders().payment(order);
                    if (payment.filter(OrderPages::wasPaid).isEmpty()) {
                        throw Refused.conflict("This order is not paid, so nothing can go back.");
                    }
                    if (!backend.orders().canGiveBack(payment.get().payment())) {
                        throw Refused.conflict(
                                payment.get().payment().provider()
                                        + " gives no money back by itself; the shop has to do it"
                                        + " by hand.");
                    }
                    LedgerRefund refund =
                            Visitors.tried(
                                    () -> backend.orders().giveBack(payment.get().payment()));
                    request.session().say(Words.of(refund.state(), refund.outcome()));
                    return Reply.seeOther(page(order));
                });
    }

    private static boolean wasPaid(LedgerPayment payment) {
        return payment.state() == PaymentState.PAID || payment.state() == PaymentState.REVERSED;
    }

    private Order mine(Backend backend, WebRequest request) {
        return backend.orders()
                .of(visitors.of(request), request.path("order"))
                .orElseThrow(
                        () ->
                                Refused.missing(
                                        "You have no such order. If it is somebody else's, choose"
                                                + " who you are on the menu."));
    }

    private static String page(Order order) {
        return "/orders/" + order.reference();
    }
}
