package id.dompet.ledger;

import id.dompet.ledger.crypt.Vault;
import id.dompet.ledger.form.OutcomeForm;
import id.dompet.ledger.form.PaymentForm;
import id.dompet.ledger.store.EventRow;
import id.dompet.ledger.store.PaymentRow;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.sign.Digest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Turns payments, outcomes and events into rows and back. Thread-safe. */
final class Book {
    private final Vault vault;

    Book(Vault vault) {
        this.vault = vault;
    }

    /** A payment that is about to be sent, not written down yet. */
    PaymentRow sending(Payment payment, Instant now, Duration firstQuestion) {
        Instant at = millis(now);
        return new PaymentRow(
                payment.reference(),
                payment.provider(),
                payment.wallet(),
                payment.customer().reference(),
                payment.amount(),
                Digest.SHA_256.hex(PaymentForm.identity(payment)),
                vault.seal(PaymentForm.write(payment), context(payment.reference(), "payment")),
                PaymentState.SENDING,
                Optional.empty(),
                1,
                payment.createdAt(),
                at,
                at,
                Optional.of(at.plus(firstQuestion)),
                0,
                Optional.empty());
    }

    /** The same payment, made anew, sent again after nothing was sent. */
    PaymentRow again(PaymentRow before, PaymentRow fresh) {
        return with(fresh, fresh.state(), fresh.outcome(), before.version() + 1, fresh.changedAt());
    }

    /** The next version of a row. */
    PaymentRow next(
            PaymentRow row,
            Decision decision,
            Instant now,
            Optional<Instant> nextQuestionAt,
            int questions) {
        Instant at = millis(now);
        return new PaymentRow(
                row.reference(),
                row.provider(),
                row.wallet(),
                row.customerReference(),
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

    private static PaymentRow with(
            PaymentRow row,
            PaymentState state,
            Optional<String> outcome,
            long version,
            Instant at) {
        return new PaymentRow(
                row.reference(),
                row.provider(),
                row.wallet(),
                row.customerReference(),
                row.amount(),
                row.fingerprint(),
                row.content(),
                state,
                outcome,
                version,
                row.createdAt(),
                row.sentAt(),
                at,
                row.nextQuestionAt(),
                row.questions(),
                row.missingSince());
    }

    /** What the merchant has to hear about the step to this row; the store numbers it. */
    EventRow event(PaymentRow next, Optional<Alert> alert) {
        return new EventRow(
                next.reference(),
                0,
                Optional.empty(),
                next.state().name(),
                next.outcome(),
                alert,
                next.changedAt(),
                0);
    }

    /** The payment as merchants see it. */
    LedgerPayment view(PaymentRow row) {
        return view(payment(row), row);
    }

    /** The same, where the payment need not be decrypted. */
    LedgerPayment view(Payment payment, PaymentRow row) {
        return new LedgerPayment(
                payment, row.state(), outcome(row), row.version(), row.changedAt(), true);
    }

    /** What was to be paid. */
    Payment payment(PaymentRow row) {
        return PaymentForm.read(vault.open(row.content(), context(row.reference(), "payment")));
    }

    /** The last outcome that counted. */
    Optional<PaymentOutcome> outcome(PaymentRow row) {
        return row.outcome().map(text -> open(row.reference(), text));
    }

    /** The event as merchants see it. */
    LedgerEvent view(EventRow event, PaymentRow row) {
        return new LedgerEvent(
                payment(row),
                event.number(),
                PaymentState.valueOf(event.state()),
                event.outcome().map(text -> open(event.reference(), text)),
                event.alert(),
                event.at());
    }

    private String seal(String reference, PaymentOutcome outcome) {
        return vault.seal(OutcomeForm.write(outcome), context(reference, "outcome"));
    }

    private PaymentOutcome open(String reference, String text) {
        return OutcomeForm.read(vault.open(text, context(reference, "outcome")));
    }

    private static String context(String reference, String what) {
        return what + "\n" + reference;
    }

    /** What every database keeps. */
    static Instant millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
