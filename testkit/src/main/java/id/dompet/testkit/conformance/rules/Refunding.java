package id.dompet.testkit.conformance.rules;

import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.Refund;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.simulated.Movement;
import java.math.BigDecimal;

/**
 * Makes refunds that the provider should take, for one way of paying: parts of one big payment, or
 * whole payments where the provider gives back nothing less.
 */
final class Refunding {
    private static final Money WHOLE = Money.idr(500_000);
    private static final Money PART = Money.idr(1_000);

    private final Bench bench;
    private final Way way;
    private final boolean parts;
    private Payment payment;

    Refunding(Bench bench, Way way) {
        this.bench = bench;
        this.way = way;
        this.payment = new Truths(bench).paid(way, WHOLE);
        this.parts =
                Tried.of(() -> bench.dompet.refund(of(payment, PART))).is("REFUNDED", "PROCESSING");
    }

    /** Whether less than the whole payment can be given back. */
    boolean takesParts() {
        return parts;
    }

    /** One that nobody has sent yet. */
    Refund next() {
        if (!parts || left(payment).compareTo(PART.amount()) < 0) {
            payment = new Truths(bench).paid(way, parts ? WHOLE : Rules.PRICE);
        }
        return of(payment, parts ? PART : payment.amount());
    }

    /** A refund of this much, not sent yet. */
    Refund of(Payment of, Money amount) {
        return new Refund(
                bench.reference(of.wallet(), "refund"),
                of,
                amount,
                "Sold out",
                bench.clock.instant());
    }

    private BigDecimal left(Payment of) {
        return of.amount().amount().subtract(given(of).amount());
    }

    /** How much has gone back for a payment. */
    Money given(Payment to) {
        BigDecimal sum =
                bench.provider.movements().stream()
                        .filter(movement -> isFor(movement, to))
                        .map(movement -> movement.amount().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Money(sum, to.amount().currency());
    }

    /** How often something has gone back for a payment. */
    int times(Payment to) {
        return (int)
                bench.provider.movements().stream().filter(movement -> isFor(movement, to)).count();
    }

    private static boolean isFor(Movement movement, Payment payment) {
        return movement.givenBack() && movement.reference().equals(payment.reference());
    }
}
