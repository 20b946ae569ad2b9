package id.dompet.testkit.conformance.forgeries;

import id.dompet.model.Money;
import id.dompet.model.Notification.Event.PaymentReported;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.testkit.conformance.bench.Bench;
import java.util.Optional;

/** What a merchant is told, held against what the provider really did. */
public final class Truth {
    private Truth() {}

    /** Whether money moved otherwise than an outcome says. */
    public static boolean contradicts(Bench bench, Payment payment, PaymentOutcome told) {
        Money charged = bench.charged(payment);
        return switch (told.state()) {
            case PAID -> bench.timesCharged(payment) == 0 || !isAmountOf(bench, payment);
            case DECLINED -> charged.amount().signum() != 0;
            case REVERSED -> bench.timesCharged(payment) == 0 || charged.amount().signum() != 0;
            case AWAITING_CUSTOMER, PROCESSING, NOT_FOUND, UNKNOWN -> false;
        };
    }

    private static boolean isAmountOf(Bench bench, Payment payment) {
        return bench.provider.movements().stream()
                .filter(each -> each.reference().equals(payment.reference()))
                .filter(each -> !each.givenBack())
                .anyMatch(each -> each.amount().equals(payment.amount()));
    }

    /** A payment like this one, but as a report has it; empty if no merchant can have that. */
    public static Optional<Payment> like(Payment payment, PaymentReported reported) {
        try {
            return Optional.of(
                    like(
                            payment,
                            reported.paymentReference(),
                            reported.amount().orElse(payment.amount())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A payment like this one, with another reference and amount. */
    public static Payment like(Payment payment, String reference, Money amount) {
        return new Payment(
                reference,
                payment.provider(),
                payment.wallet(),
                payment.kind(),
                amount,
                payment.description(),
                payment.customer(),
                payment.binding(),
                payment.returnUrl(),
                payment.failureUrl(),
                payment.items(),
                payment.points(),
                payment.voucher(),
                payment.createdAt());
    }
}
