package id.dompet.testkit.conformance;

import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PhoneNumber;
import id.dompet.testkit.simulated.Books;
import id.dompet.testkit.simulated.Movement;
import id.dompet.testkit.simulated.SimulatedWallet;
import java.util.List;
import java.util.Optional;

/** One customer with plenty of money who pays in one way, as often as a rule needs it. */
final class Payer {
    /** More than any rule spends, in whole rupiah. */
    static final long PLENTY = 5_000_000_000L;

    private final Bench bench;
    private final Way way;
    private final Customer customer;
    private final Optional<Linked> linked;

    Payer(Bench bench, Way way) {
        this.bench = bench;
        this.way = way;
        this.linked = way.isLinked() ? Optional.of(bench.link(way.wallet())) : Optional.empty();
        this.customer = linked.map(Linked::customer).orElseGet(bench::customer);
        holds(PLENTY, 0);
    }

    /** A payment that the merchant has written down and not sent. */
    Payment next(Money amount) {
        if (linked.isPresent()) {
            return bench.payment(linked.get(), way.kind(), amount);
        }
        return bench.stored(
                Payment.redirect(
                        bench.reference(way.wallet(), "order"),
                        Bench.ID,
                        way.wallet(),
                        customer,
                        amount,
                        "Two coffees",
                        Bench.SHOP,
                        bench.clock.instant()));
    }

    /** Puts exactly this much into every wallet that may pay, and as many points. */
    void holds(long rupiah, long points) {
        for (SimulatedWallet wallet : wallets()) {
            wallet.cash(rupiah);
            wallet.points(points);
        }
    }

    /** What is in every wallet that may pay, in whole rupiah. */
    long cash() {
        return wallets().stream().mapToLong(SimulatedWallet::cash).sum();
    }

    /** Whether money that moved came out of a wallet that may pay. */
    boolean owns(Movement movement) {
        return owners().contains(movement.payer());
    }

    /** The customer; without a link also whoever opens the page, where no request names them. */
    private List<PhoneNumber> owners() {
        return way.isLinked()
                ? List.of(customer.phone())
                : List.of(customer.phone(), Books.PASSER_BY);
    }

    private List<SimulatedWallet> wallets() {
        return owners().stream().map(owner -> bench.provider.wallet(way.wallet(), owner)).toList();
    }

    /** The customer ends the link in the wallet's own app. */
    void unlinkInApp() {
        bench.provider.wallet(way.wallet(), customer.phone()).unlinkInApp();
    }

    Customer customer() {
        return customer;
    }

    @Override
    public String toString() {
        return way.toString();
    }
}
