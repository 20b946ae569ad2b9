package id.dompet.ledger.store;

import id.dompet.ledger.RefundState;
import id.dompet.model.Money;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import java.time.Instant;
import java.util.Optional;

/**
 * One refund as it is written down.
 *
 * @param reference the merchant's, unique for ever among refunds
 * @param payment the reference of what was paid
 * @param provider where it goes
 * @param wallet which wallet
 * @param amount how much
 * @param fingerprint digest of everything that makes it this refund, the time of its making
 *     excepted: equal means "the same refund again"
 * @param content the refund in its stored form, encrypted, as text; the payment is not repeated
 * @param state how it stands
 * @param outcome the last outcome that counted, in its stored form, encrypted, as text; empty while
 *     SENDING
 * @param version 1 for a new row; every change adds 1
 * @param createdAt {@code Refund.createdAt()}
 * @param sentAt when it was last about to be sent, by the ledger's clock
 * @param changedAt when this version was written, by the ledger's clock
 * @param nextQuestionAt when the provider is to be asked; empty once it is closed
 * @param questions how often the provider was asked since it was sent
 * @param missingSince when, by the store's clock, the provider first said for good that it does not
 *     know it
 */
public record RefundRow(
        String reference,
        String payment,
        ProviderId provider,
        Wallet wallet,
        Money amount,
        String fingerprint,
        String content,
        RefundState state,
        Optional<String> outcome,
        long version,
        Instant createdAt,
        Instant sentAt,
        Instant changedAt,
        Optional<Instant> nextQuestionAt,
        int questions,
        Optional<Instant> missingSince) {

    /**
     * Whether the other one is this version of this row, from the same writer: content is encrypted
     * anew whenever it is written, and never the same twice.
     */
    public boolean isSame(RefundRow other) {
        return reference.equals(other.reference)
                && version == other.version
                && content.equals(other.content);
    }
}
