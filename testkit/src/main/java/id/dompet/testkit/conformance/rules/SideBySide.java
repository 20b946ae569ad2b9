package id.dompet.testkit.conformance.rules;

import id.dompet.Dompet;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Merchant;
import id.dompet.testkit.conformance.bench.Violation;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.simulated.SeenRequest;
import id.dompet.testkit.simulated.SimulatedProvider;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A second account with the same kind of provider, in the same facade: other secrets, another
 * simulated provider, the same module.
 */
final class SideBySide implements AutoCloseable {
    /** The second instance's name. */
    static final ProviderId SECOND = new ProviderId("second");

    private final Bench bench;
    private final Merchant merchant = new Merchant();
    private final SimulatedProvider provider;
    private final Dompet dompet;
    private final Dompet routedToSecond;
    private final Map<ProviderId, Integer> marks = new HashMap<>();

    SideBySide(Bench bench) {
        this.bench = bench;
        SimulatorSetup setup = new SimulatorSetup(bench.clock, merchant.address(SECOND.value()));
        provider = bench.subject.simulator(setup);
        Map<String, String> more = new HashMap<>();
        more.put("dompet.providers", Bench.ID + "," + SECOND);
        more.put("dompet.route.default", Bench.ID.value());
        more.put("dompet." + SECOND + ".type", bench.subject.plugin().type());
        bench.subject
                .settings(setup, provider.baseUrl())
                .forEach((key, value) -> more.put("dompet." + SECOND + "." + key, value));
        dompet = bench.open(bench.config().with(more));
        more.put("dompet.route.default", SECOND.value());
        routedToSecond = bench.open(bench.config().with(more));
        merchant.handTo(request -> dompet.receive(SECOND, request, merchant));
        bench.merchant.handTo(request -> dompet.receive(Bench.ID, request, bench.merchant));
    }

    /** The facade that knows both. */
    Dompet dompet() {
        return dompet;
    }

    /** Requests are counted from here. */
    void mark() {
        marks.put(Bench.ID, bench.provider.requests().size());
        marks.put(SECOND, provider.requests().size());
    }

    /** Every request that one of the two has seen since the mark. */
    List<SeenRequest> seen(ProviderId id) {
        List<SeenRequest> all = provider(id).requests();
        return all.subList(marks.getOrDefault(id, 0), all.size());
    }

    /** A customer nobody has seen before. */
    Customer customer() {
        return bench.customer();
    }

    /** A reference nobody has used before. */
    String reference(Way way) {
        return bench.reference(way.wallet(), "both");
    }

    /** Moves the clock as far as the profile demands between two questions. */
    void waitAsDeclared(Wallet wallet) {
        bench.waitAsDeclared(wallet);
    }

    SimulatedProvider provider(ProviderId id) {
        return id.equals(SECOND) ? provider : bench.provider;
    }

    Merchant merchant(ProviderId id) {
        return id.equals(SECOND) ? merchant : bench.merchant;
    }

    /** Links the customer's wallet at one of the two. */
    Binding link(ProviderId id, Wallet wallet, Customer customer) {
        Dompet through = id.equals(SECOND) ? routedToSecond : dompet;
        BindOutcome outcome =
                Bench.finish(
                        through,
                        provider(id),
                        through.bind(
                                new BindRequest(
                                        Bench.reference("link"), wallet, customer, Bench.SHOP)));
        if (outcome instanceof BindOutcome.Bound bound) {
            return bound.binding();
        }
        throw new Violation(
                "with two instances configured, a customer of '" + id + "' can link (BOUND)",
                String.valueOf(outcome));
    }

    /** A payment at one of the two, stored with its merchant. */
    Payment payment(
            ProviderId id,
            Way way,
            String reference,
            Customer customer,
            Optional<Binding> binding,
            Money amount) {
        Payment payment =
                binding.isEmpty()
                        ? Payment.redirect(
                                reference,
                                id,
                                way.wallet(),
                                customer,
                                amount,
                                "Tea",
                                Bench.SHOP,
                                bench.clock.instant())
                        : Payment.linked(
                                reference,
                                binding.get(),
                                customer,
                                amount,
                                "Tea",
                                Bench.SHOP,
                                bench.clock.instant());
        Payment made = way.kind() == Payment.Kind.UNATTENDED ? payment.unattended() : payment;
        merchant(id).store(made);
        return made;
    }

    /** The customer agrees. */
    void confirm(Payment payment, PaymentOutcome outcome) {
        SimulatedProvider at = provider(payment.provider());
        if (outcome instanceof PaymentOutcome.AwaitingCustomer awaiting) {
            Optional<URI> unused = at.confirm(awaiting.action(), payment.customer().phone());
        } else if (outcome instanceof PaymentOutcome.Processing) {
            at.confirmInApp(payment.reference());
        }
    }

    @Override
    public void close() {
        provider.close();
        merchant.close();
    }
}
