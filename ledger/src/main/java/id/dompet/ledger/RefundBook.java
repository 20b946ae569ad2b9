package id.dompet.ledger;

import id.dompet.ledger.crypt.Vault;
import id.dompet.ledger.form.RefundForm;
import id.dompet.ledger.form.RefundOutcomeForm;
import id.dompet.ledger.store.EventRow;
import id.dompet.ledger.store.RefundRow;
import id.dompet.model.Payment;
import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import id.dompet.sign.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Turns refunds, their outcomes and events into rows and back. Thread-safe. */
final class RefundBook {
    private final Vault vault;

    RefundBook(Vault vault) {
        this.vault = vault;
    }

    /**
     * A refund that is about to be sent, not written down yet.
     *
     * @param before the row of the same refund that was not sent, if there is one
     */
    RefundRow sending(
            Refund refund, Optional<RefundRow> before, Instant now, Duration firstQuestion) {
        Payment payment = refund.payment();
        Instant at = Book.millis(now);
        return new RefundRow(
                refund.reference(),
                payment.reference(),
                payment.provider(),
                payment.wallet(),
                refund.amount(),
                Digest.SHA_256.hex(RefundForm.identity(refund)),
                vault.seal(RefundForm.write(refund), context(refund.reference(), "refund")),
                RefundState.SENDING,
                Optional.empty(),
                before.map(RefundRow::version).orElse(0L) + 1,
                refund.createdAt(),
                at,
                at,
                Optional.of(at.plus(firstQuestion)),
                0,
                Optional.empty());
    }

    /** The next version of a row. */
    RefundRow next(
            RefundRow row,
            RefundDecision decision,
            Instant now,
            Optional<Instant> nextQuestionAt,
            int questions) {
        Instant at = Book.millis(now);
        return new RefundRow(
                row.reference(),
                row.payment(),
                row.provider(),
                row.wallet(),
                row.amount(),
                row.fingerprint(),
                row.content(),
                decision.state(),
                decision.outcome().map(outcome -> seal(row.reference(), outcome)),
                row.version() + 1,
                row.createdAt(),
                row.sentAt(),
                at,
                decision.state().isOpen() ? nextQuestionAt.map(Book::millis) : Optional.empty(),
                questions,
                decision.missingSince().map(Book::millis));
    }

    /** What the merchant has to hear about the step to this row; the store numbers it. */
    EventRow event(RefundRow next, Optional<Alert> alert) {
        return new EventRow(
                next.payment(),
                0,
                Optional.of(next.reference()),
                next.state().name(),
                next.outcome(),
                alert,
                next.changedAt(),
                0);
    }

    /** The refund as merchants see it. */
    LedgerRefund view(RefundRow row, Payment payment) {
        return new LedgerRefund(
                refund(row, payment),
                row.state(),
                outcome(row),
                row.version(),
                row.changedAt(),
                true);
    }

    /** What was to go back. */
    Refund refund(RefundRow row, Payment payment) {
        return RefundForm.read(
                vault.open(row.content(), context(row.reference(), "refund")), payment);
    }

    /** The last outcome that counted. */
    Optional<RefundOutcome> outcome(RefundRow row) {
        return row.outcome().map(text -> open(row.reference(), text));
    }

    /** The event as merchants see it. */
    RefundEvent view(EventRow event, RefundRow row, Payment payment) {
        return new RefundEvent(
                refund(row, payment),
                event.number(),
                RefundState.valueOf(event.state()),
                event.outcome().map(text -> open(row.reference(), text)),
                event.alert(),
                event.at());
    }

    private String seal(String reference, RefundOutcome outcome) {
        return vault.seal(RefundOutcomeForm.write(outcome), context(reference, "refund outcome"));
    }

    private RefundOutcome open(String reference, String text) {
        return RefundOutcomeForm.read(vault.open(text, context(reference, "refund outcome")));
    }

    private static String context(String reference, String what) {
        return what + "\n" + reference;
    }
}
