package id.dompet.testkit.simulated;

import id.dompet.model.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * How the books' facts are told: truly, or with one lie.
 *
 * @param lie what is told wrongly
 */
record Told(Optional<Lie> lie) {
    private static final Currency OTHER_CURRENCY = Currency.getInstance("USD");
    private static final BigDecimal ONE = BigDecimal.ONE;

    static Told truly() {
        return new Told(Optional.empty());
    }

    static Told with(Lie lie) {
        return new Told(Optional.of(lie));
    }

    Charge charge(Charge truth) {
        return truth.told(reference(truth.reference()), money(truth.amount()));
    }

    RefundEntry refund(RefundEntry truth) {
        String payment = truth.chargeReference();
        return truth.told(
                reference(truth.reference()),
                is(Lie.PAYMENT) ? other(payment) : payment,
                money(truth.amount()));
    }

    /** As close to the truth as a lie can be: one more, or the same number of something else. */
    private Money money(Money amount) {
        if (is(Lie.AMOUNT)) {
            return new Money(amount.amount().add(ONE), amount.currency());
        }
        return is(Lie.CURRENCY) ? new Money(amount.amount(), OTHER_CURRENCY) : amount;
    }

    private String reference(String reference) {
        return is(Lie.REFERENCE) ? other(reference) : reference;
    }

    private static String other(String reference) {
        char last = reference.charAt(reference.length() - 1);
        return reference.substring(0, reference.length() - 1) + (last == '7' ? '8' : '7');
    }

    private boolean is(Lie asked) {
        return lie.filter(told -> told == asked).isPresent();
    }
}
