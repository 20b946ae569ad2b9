package id.dompet.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.regex.Pattern;

/**
 * An exact amount of money. It is held at the currency's own scale (two digits for IDR in ISO
 * 4217), so equal amounts are equal values whatever they were made from.
 *
 * @param amount not negative, at most 16 digits before the decimal point
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
    private static final int MAX_INTEGER_DIGITS = 16;
    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,10})?");
    private static final Currency IDR = Currency.getInstance("IDR");

    /** Refuses negative amounts, and amounts finer than the currency's smallest unit. */
    public Money {
        // Before setScale, which would write out a billion zeros for 1E1000000000.
        int digits = currency.getDefaultFractionDigits();
        if (digits < 0) {
            throw new IllegalArgumentException(currency + " is not a currency people pay with");
        }
        if ((long) amount.precision() - amount.scale() > MAX_INTEGER_DIGITS
                || amount.precision() > 100
                || Math.abs((long) amount.scale()) > 100) {
            throw new IllegalArgumentException(
                    "amounts have at most " + MAX_INTEGER_DIGITS + " digits before the point");
        }
        try {
            amount = amount.setScale(digits, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "%s amounts have at most %d decimals: %s"
                            .formatted(currency, digits, amount.toPlainString()),
                    e);
        }
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("amounts are not negative: " + amount);
        }
    }

    /** Whole rupiah. */
    public static Money idr(long rupiah) {
        return new Money(BigDecimal.valueOf(rupiah), IDR);
    }

    /**
     * An amount from text, e.g. {@code of("10000.00", "IDR")}.
     *
     * @throws IllegalArgumentException if the text is not a plain decimal number or the currency is
     *     not in ISO 4217
     */
    public static Money of(String amount, String currencyCode) {
        if (!PLAIN.matcher(amount).matches()) {
            throw new IllegalArgumentException(
                    "amounts are written as digits with an optional decimal point, such as 10000"
                            + " or 10000.00");
        }
        return new Money(new BigDecimal(amount), Currency.getInstance(currencyCode));
    }

    /** Whether the amount has no fraction, so that {@link #wholeUnits()} works. */
    public boolean isWhole() {
        return amount.stripTrailingZeros().scale() <= 0;
    }

    /**
     * For wires that take whole rupiah ({@code 11500}).
     *
     * @throws ArithmeticException if there is a fraction; ask {@link #isWhole()} first
     */
    public long wholeUnits() {
        return amount.longValueExact();
    }

    /** For wires that take decimals ({@code 11500.00}). */
    public String decimalText() {
        return amount.toPlainString();
    }

    /** Compares amounts of one currency. */
    @Override
    public int compareTo(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "cannot compare " + currency + " with " + other.currency);
        }
        return amount.compareTo(other.amount);
    }

    /** For people and logs, e.g. {@code IDR 11500.00}. */
    @Override
    public String toString() {
        return currency + " " + decimalText();
    }
}
