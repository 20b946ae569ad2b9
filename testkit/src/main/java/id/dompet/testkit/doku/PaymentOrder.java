package id.dompet.testkit.doku;

import java.time.Instant;
import java.util.Optional;

/** What a merchant asked to be paid. The parts, in whole rupiah, add up to the amount. */
record PaymentOrder(
        String partnerReferenceNo,
        long amount,
        DokuChannel channel,
        Generation generation,
        PaymentType type,
        Optional<CustomerToken> customer,
        long cash,
        long points,
        String successUrl,
        String failedUrl,
        String externalId,
        Instant expiresAt) {

    Optional<DokuWallet> wallet() {
        return customer.map(token -> token.binding().wallet());
    }

    /** Whether a repeated reference asks for the same thing; addresses do not count. */
    boolean isSame(PaymentOrder other) {
        return amount == other.amount
                && channel == other.channel
                && type == other.type
                && cash == other.cash
                && points == other.points
                && wallet().equals(other.wallet());
    }

    @Override
    public String toString() {
        return "PaymentOrder[%s, IDR %d, %s]".formatted(partnerReferenceNo, amount, channel);
    }
}
