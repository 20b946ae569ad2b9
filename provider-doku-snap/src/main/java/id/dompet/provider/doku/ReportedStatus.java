package id.dompet.provider.doku;

import id.dompet.model.Decline;
import id.dompet.model.Decline.Reason;
import id.dompet.model.Money;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.spi.ProviderText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an answer to check status, or a payment notification, says about a payment. The two spell
 * the amount in two ways ({@code transAmount}, {@code amount}).
 */
final class ReportedStatus {
    private final JsonObject fields;

    ReportedStatus(JsonObject fields) {
        this.fields = fields;
    }

    TransactionStatus status() {
        return fields.text("latestTransactionStatus")
                .map(TransactionStatus::of)
                .orElse(TransactionStatus.UNDOCUMENTED);
    }

    Optional<Money> amount() throws JsonObject.Unreadable {
        Optional<Money> paid = fields.money("transAmount");
        return paid.isPresent() ? paid : fields.money("amount");
    }

    /** Empty if money moved, and how much is not said. */
    Optional<PaymentOutcome> outcome(SnapService service, Instant now)
            throws JsonObject.Unreadable {
        Optional<String> reference = fields.text("originalReferenceNo");
        return switch (status()) {
            case SUCCESS ->
                    amount().map(amount -> new PaymentOutcome.Paid(reference, amount, paidAt(now)));
            case INITIATED, PAYING, PENDING ->
                    Optional.of(new PaymentOutcome.Processing(reference));
            case REFUNDED -> refunded(reference, now);
            case CANCELED -> Optional.of(declined(Reason.CUSTOMER_CANCELLED));
            case FAILED -> Optional.of(declined(Reason.NOT_COMPLETED));
            case NOT_FOUND -> Optional.of(new PaymentOutcome.NotFound());
            case UNDOCUMENTED ->
                    Optional.of(
                            new PaymentOutcome.Unknown(
                                    UnknownCause.UNRECOGNISED_CODE,
                                    service.label()
                                            + ": latestTransactionStatus is not documented"));
        };
    }

    /** A payment of which only a part went back is paid; core compares the rest. */
    private Optional<PaymentOutcome> refunded(Optional<String> reference, Instant now)
            throws JsonObject.Unreadable {
        Optional<Money> back = refunded();
        Optional<Money> whole = amount();
        if (back.isPresent() && whole.isPresent() && back.get().compareTo(whole.get()) < 0) {
            return Optional.of(new PaymentOutcome.Paid(reference, whole.get(), paidAt(now)));
        }
        return back.map(amount -> new PaymentOutcome.Reversed(reference, amount));
    }

    /** Why, if the code of the payment itself is there and says more. */
    private PaymentOutcome declined(Reason otherwise) {
        Optional<String> original = fields.text("originalResponseCode");
        Reason reason =
                original.flatMap(SnapCode::of)
                        .flatMap(SnapCase::of)
                        .filter(row -> row.verdict() == Verdict.REFUSED)
                        .map(SnapCase::reason)
                        .filter(found -> found != Reason.OTHER)
                        .orElse(otherwise);
        String words =
                fields.firstText("originalResponseMessage", "transactionStatusDesc")
                        .map(text -> ProviderText.clean(text, List.of()))
                        .orElse("");
        return new PaymentOutcome.Declined(
                new Decline(reason, original.map(ProviderText::code).orElse(""), words));
    }

    private Instant paidAt(Instant now) {
        return fields.firstText("paidTime", "finishedTime").flatMap(SnapTime::read).orElse(now);
    }

    /** The sum of what went back, where the answer lists it; else the whole amount. */
    private Optional<Money> refunded() throws JsonObject.Unreadable {
        Money sum = null;
        for (JsonObject refund : fields.objects("refundHistory").orElse(List.of())) {
            Optional<Money> part = refund.money("refundAmount");
            boolean done =
                    refund.text("refundStatus")
                            .filter(code -> TransactionStatus.of(code) == TransactionStatus.SUCCESS)
                            .isPresent();
            if (done && part.isPresent()) {
                BigDecimal before = sum == null ? BigDecimal.ZERO : sum.amount();
                sum = new Money(before.add(part.get().amount()), part.get().currency());
            }
        }
        return sum == null ? amount() : Optional.of(sum);
    }
}
