package id.dompet.ledger;

import id.dompet.Dompet;
import id.dompet.ledger.crypt.Vault;
import id.dompet.ledger.store.LinkStore;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.ledger.store.RefundStore;
import id.dompet.spi.TimeSource;
import java.time.Duration;

/**
 * What a ledger is made of.
 *
 * @param pace when to ask
 * @param batch how much one round takes of one kind
 * @param interval between two rounds in the background
 * @param questionLease how long a payment stays with whoever took it to ask about it
 * @param deliveryLease how long an event stays with whoever took it to deliver it
 */
record Parts(
        Dompet dompet,
        PaymentStore payments,
        RefundStore refunds,
        LinkStore links,
        Vault vault,
        Transitions transitions,
        RefundTransitions refundTransitions,
        LedgerHandler handler,
        RefundHandler refundHandler,
        TimeSource time,
        Pace pace,
        int batch,
        Duration interval,
        Duration questionLease,
        Duration deliveryLease) {

    Book book() {
        return new Book(vault);
    }

    RefundBook refundBook() {
        return new RefundBook(vault);
    }
}
