package id.dompet.testkit.conformance.bench;

import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.testkit.simulated.SimulatedWallet;
import java.util.Optional;

/** One customer with plenty of money who pays in one way, as often as a rule needs it. */
public final class Payer {
    private static final long PLENTY = 5_000_000_000L;

    private final Bench bench;
    private final Way way;
    private final Customer customer;
    private final Optional<Linked> linked;

    public Payer(Bench bench, Way way) {
        this.bench = bench;
        this.way = way;
        this.linked = way.isLinked() ? Optional.of(bench.link(way.wallet())) : Optional.empty();
        this.customer = linked.map(Linked::customer).orElseGet(bench::customer);
        wallet().cash(PLENTY);
    }

    /** A payment that the merchant has written down and not sent. */
    public Payment next(Money amount) {
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

    /** The wallet that pays, as its owner sees it. */
    public SimulatedWallet wallet() {
        return bench.provider.wallet(way.wallet(), customer.phone());
    }

    public Customer customer() {
        return customer;
    }

    /** The link; empty for a way without one. */
    public Optional<Linked> linked() {
        return linked;
    }

    @Override
    public String toString() {
        return way.toString();
    }
}
