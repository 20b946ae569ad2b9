package id.dompet.ledger;

import id.dompet.ledger.Journal.Source;
import id.dompet.ledger.store.PaymentRow;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.ledger.store.RefundRow;
import id.dompet.ledger.store.RefundStore;
import id.dompet.model.PaymentOutcome;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A payment of which everything went back is REVERSED. Done when its last refund is done, and once
 * more before the merchant hears of that, in case the process died between the two. Thread-safe.
 */
final class Reversal {
    private final PaymentStore payments;
    private final RefundStore refunds;
    private final Book book;
    private final Journal journal;

    Reversal(PaymentStore payments, RefundStore refunds, Book book, Journal journal) {
        this.payments = payments;
        this.refunds = refunds;
        this.book = book;
        this.journal = journal;
    }

    /** Moves the payment to REVERSED if nothing of it is left. */
    void ifAllWentBack(String payment) {
        PaymentRow row = payments.find(payment).orElseThrow();
        if (row.state() != PaymentState.PAID
                || wentBack(payment).compareTo(row.amount().amount()) < 0) {
            return;
        }
        Optional<String> providerReference =
                book.outcome(row)
                        .filter(PaymentOutcome.Paid.class::isInstance)
                        .flatMap(paid -> ((PaymentOutcome.Paid) paid).providerReference());
        PaymentRow unused =
                journal.apply(
                        row,
                        new PaymentOutcome.Reversed(providerReference, row.amount()),
                        Source.TOLD,
                        Optional.empty());
    }

    private BigDecimal wentBack(String payment) {
        return refunds.of(payment).stream()
                .filter(refund -> refund.state() == RefundState.REFUNDED)
                .map((RefundRow refund) -> refund.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
