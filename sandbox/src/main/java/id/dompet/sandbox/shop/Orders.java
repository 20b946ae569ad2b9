package id.dompet.sandbox.shop;

import id.dompet.Dompet;
import id.dompet.ledger.Ledger;
import id.dompet.ledger.LedgerPayment;
import id.dompet.ledger.LedgerRefund;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Payment;
import id.dompet.model.Refund;
import id.dompet.model.ReturnHint;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.spi.TimeSource;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Orders and their payments: one reference for both, so that an order is paid once. Thread-safe.
 */
final class Orders {
    private final Dompet dompet;
    private final Ledger ledger;
    private final OrderBook book;
    private final URI pages;
    private final TimeSource time;

    /**
     * Orders.
     *
     * @param pages the address below which every order has its page
     */
    Orders(Dompet dompet, Ledger ledger, OrderBook book, URI pages, TimeSource time) {
        this.dompet = dompet;
        this.ledger = ledger;
        this.book = book;
        this.pages = pages;
        this.time = time;
    }

    // snippet: shop-pay
    /** Charges a linked wallet for an order, once, however often the button is pressed. */
    LedgerPayment pay(Order order, Customer customer, Binding binding) {
        return ledger.pay(
                Payment.linked(
                        order.reference(),
                        binding,
                        customer,
                        order.item().money(),
                        order.item().name(),
                        backTo(order),
                        time.now()));
    }

    /** The same with a wallet that is not linked: the customer agrees in its app. */
    LedgerPayment pay(Order order, Customer customer, Wallet wallet) {
        return ledger.pay(
                Payment.redirect(
                        order.reference(),
                        dompet.route(wallet, Capability.PAY_REDIRECT),
                        wallet,
                        customer,
                        order.item().money(),
                        order.item().name(),
                        backTo(order),
                        time.now()));
    }

    // end

    // snippet: shop-refund
    /** Gives all of it back, once: the reference is the order's, so a second click is the same. */
    LedgerRefund giveBack(Payment payment) {
        String reference = payment.reference() + ".r1";
        return ledger.refund(
                new Refund(reference, payment, payment.amount(), "Returned order", time.now()));
    }

    // end

    /** Writes an order down; the one there is, when the form was sent before. */
    Order place(String reference, Customer customer, Item item) {
        return book.place(
                new Order(reference, customer.reference(), item, time.now(), Order.Status.WAITING));
    }

    Optional<Order> of(Customer customer, String reference) {
        return book.find(reference).filter(order -> order.customer().equals(customer.reference()));
    }

    List<Order> of(Customer customer) {
        return book.of(customer.reference());
    }

    List<Order.Event> events(Order order) {
        return book.events(order.reference());
    }

    /** How the payment stands; empty if nobody tried to pay. */
    Optional<LedgerPayment> payment(Order order) {
        return ledger.find(order.reference());
    }

    List<LedgerRefund> refunds(Order order) {
        return ledger.refundsOf(order.reference());
    }

    /** Asks the provider now, instead of waiting until the ledger does. */
    LedgerPayment ask(Order order) {
        for (LedgerRefund refund : refunds(order)) {
            if (refund.state().isOpen()) {
                LedgerRefund unused = ledger.refreshRefund(refund.refund().reference());
            }
        }
        return ledger.refresh(order.reference());
    }

    /** What the browser brought back: to show, never to book. */
    ReturnHint.Appearance looksLike(LedgerPayment payment, String cameBackTo) {
        return dompet.returnHint(payment.payment(), cameBackTo).appearance();
    }

    boolean canGiveBack(Payment payment) {
        return Optional.ofNullable(dompet.providers().get(payment.provider()))
                .filter(profile -> profile.can(payment.wallet(), Capability.REFUND))
                .isPresent();
    }

    private URI backTo(Order order) {
        return pages.resolve(order.reference() + "/back");
    }
}
