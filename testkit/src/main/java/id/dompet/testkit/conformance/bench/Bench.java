package id.dompet.testkit.conformance.bench;

import id.dompet.Dompet;
import id.dompet.DompetConfig;
import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.PhoneNumber;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.spi.ProviderProfile;
import id.dompet.spi.StatusPolling;
import id.dompet.testkit.AdjustableClock;
import id.dompet.testkit.simulated.Operation;
import id.dompet.testkit.simulated.SeenRequest;
import id.dompet.testkit.simulated.SimulatedProvider;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One simulated provider, one merchant, and the real facade between them, all on one clock. Rules
 * share one, and each takes customers and references of its own. Thread-safe but for {@link
 * #clear}.
 */
public final class Bench implements AutoCloseable {
    /** An amount that no rule takes for granted. */
    public static final Money PRICE = Money.idr(25_000);

    /** The name of the instance under test. */
    public static final ProviderId ID = new ProviderId("subject");

    /** Where customers' browsers come back to. */
    public static final URI SHOP = URI.create("https://shop.example/return");

    private static final AtomicInteger NUMBERS = new AtomicInteger(1_000);
    private static final int ATTEMPTS = 3;

    public final AdjustableClock clock = AdjustableClock.at(Instant.parse("2026-11-20T03:00:00Z"));
    public final Subject subject;
    public final Scale scale;
    public final Merchant merchant = new Merchant();
    public final SimulatorSetup setup = new SimulatorSetup(clock, merchant.address(ID.value()));
    public final ObservedStore store = new ObservedStore();
    public final SimulatedProvider provider;

    /**
     * With the deadlines of core's defaults. Questions are not repeated, so they can be counted.
     */
    public final Dompet dompet;

    /** The process before the module was first opened. */
    public final ProcessState before;

    private final Facades facades;
    private final Map<Class<?>, Object> shared = new HashMap<>();
    private int mark;

    public Bench(Subject subject, Scale scale) {
        this.subject = subject;
        this.scale = scale;
        this.provider = started();
        this.before = ProcessState.now();
        this.facades = new Facades(this);
        this.dompet = opened();
        merchant.handTo(request -> dompet.receive(ID, request, merchant));
    }

    private SimulatedProvider started() {
        try {
            return subject.simulator(setup);
        } catch (RuntimeException | Error e) {
            merchant.close();
            throw e;
        }
    }

    /** What is open already must not stay so. */
    private Dompet opened() {
        try {
            return facades.open(facades.config());
        } catch (RuntimeException | Error e) {
            provider.close();
            merchant.close();
            throw e;
        }
    }

    /** What the module declares. */
    public ProviderProfile profile() {
        return Objects.requireNonNull(dompet.providers().get(ID));
    }

    /** The same merchant with deadlines of {@link Scale#patience}, for faults that hang. */
    public Dompet impatient() {
        return facades.impatient();
    }

    /** Another facade on the same clock and store, closed with the bench. */
    public Dompet open(DompetConfig config) {
        return facades.open(config);
    }

    /** The same with another store or more plugins, for example. */
    public Dompet open(DompetConfig config, UnaryOperator<Dompet.Builder> more) {
        return facades.open(config, more);
    }

    /** The configuration of {@link #dompet}, to be varied. */
    public DompetConfig config() {
        return facades.config();
    }

    /** The same with the module's settings for another set-up or another address. */
    public DompetConfig config(SimulatorSetup other, URI address) {
        return facades.config(other, address);
    }

    /** The same merchant with customers' credentials only: every token has to be fetched. */
    public Dompet withoutTokens(UnaryOperator<Dompet.Builder> more) {
        ObservedStore customers = new ObservedStore();
        customers.restore(store.contents());
        store.contents()
                .forEach(
                        (key, credential) -> {
                            if (credential.owner().isEmpty()) {
                                customers.delete(key);
                            }
                        });
        return open(config(), builder -> more.apply(builder.credentials(customers)));
    }

    /** What several rules look at, made once for this bench. */
    public synchronized <T> T once(Class<T> type, Supplier<T> make) {
        return type.cast(
                shared.computeIfAbsent(type, unused -> Objects.requireNonNull(make.get())));
    }

    /** Everything back to normal, and requests are counted from here. */
    public void clear() {
        provider.clearFaults();
        merchant.failing(false);
        merchant.forget();
        mark();
    }

    /** Requests are counted from here. */
    public void mark() {
        mark = provider.requests().size();
    }

    /** Every request since the mark but those of browsers. */
    public List<SeenRequest> seen() {
        List<SeenRequest> all = provider.requests();
        return all.subList(mark, all.size()).stream()
                .filter(request -> request.operation() != Operation.PAGE)
                .toList();
    }

    /** How many requests of one operation since the mark. */
    public int count(Operation operation) {
        return (int) seen().stream().filter(seen -> provider.serves(seen, operation)).count();
    }

    /** A customer nobody has seen before. */
    public Customer customer() {
        int number = NUMBERS.incrementAndGet();
        return Customer.of(
                        "customer-" + number,
                        "Budi Santoso",
                        "budi" + number + "@mail.example",
                        PhoneNumber.of("0812" + (50_000_000 + number)))
                .on(
                        new Customer.Device(
                                "device-" + number, "36.68.1.2", "web", "Pixel 9", "android"));
    }

    /** A reference nobody has used before. */
    public static String reference(String prefix) {
        return prefix + "-" + NUMBERS.incrementAndGet();
    }

    /** The same for a payment or a refund, as the provider takes it for this wallet. */
    public String reference(Wallet wallet, String prefix) {
        return subject.reference(wallet, reference(prefix));
    }

    /** What a merchant asks in order to link a wallet. */
    public BindRequest bindRequest(Wallet wallet, Customer customer) {
        return new BindRequest(reference("link"), wallet, customer, SHOP);
    }

    /** Links a wallet of a new customer's, whatever it takes. */
    public Linked link(Wallet wallet) {
        Customer customer = customer();
        BindOutcome outcome = dompet.bind(bindRequest(wallet, customer));
        return new Linked(customer, bound(finish(outcome)));
    }

    /** Lets the customer agree to what {@code bind} started, and completes it. */
    public BindOutcome finish(BindOutcome started) {
        return finish(dompet, provider, started);
    }

    /** The same through another facade, at another provider. */
    public static BindOutcome finish(
            Dompet dompet, SimulatedProvider provider, BindOutcome started) {
        if (!(started instanceof BindOutcome.AwaitingCustomer awaiting)) {
            return started;
        }
        BindAttempt attempt = awaiting.attempt();
        BindOutcome outcome =
                dompet.completeBind(attempt, address(attempt, provider.confirm(awaiting.action())));
        for (int i = 0; outcome instanceof BindOutcome.Processing && i < ATTEMPTS; i++) {
            Optional<Boolean> unused =
                    provider.notifyBinding(
                            attempt.reference(), attempt.wallet(), attempt.customer().phone());
            outcome = dompet.completeBind(attempt);
        }
        return outcome;
    }

    /**
     * Where the browser came back to: an app's own link, for one, says nothing about the attempt.
     */
    public static String address(BindAttempt attempt, Optional<URI> sentTo) {
        return sentTo.filter(to -> to.toString().contains(attempt.nonce()))
                .orElse(attempt.returnUrl())
                .toString();
    }

    private static id.dompet.model.Binding bound(BindOutcome outcome) {
        if (outcome instanceof BindOutcome.Bound bound) {
            return bound.binding();
        }
        throw new Violation(
                "a customer who agrees can link the wallet (BOUND), which this rule starts from",
                String.valueOf(outcome));
    }

    /** The wallets that declare this, in an order that does not change from run to run. */
    public List<Wallet> wallets(Capability capability) {
        return profile().wallets().keySet().stream()
                .filter(wallet -> profile().can(wallet, capability))
                .sorted(Comparator.comparing(Wallet::code))
                .toList();
    }

    /** Every declared way of paying. */
    public List<Way> ways() {
        return Way.of(profile());
    }

    /** A new payment of a new customer's; known to the merchant, not sent. */
    public Payment payment(Way way, Money amount) {
        return way.isLinked()
                ? payment(link(way.wallet()), way.kind(), amount)
                : stored(
                        Payment.redirect(
                                reference(way.wallet(), "order"),
                                ID,
                                way.wallet(),
                                customer(),
                                amount,
                                "Two coffees",
                                SHOP,
                                clock.instant()));
    }

    /** The same from a link that exists. */
    public Payment payment(Linked linked, Payment.Kind kind, Money amount) {
        Payment payment =
                Payment.linked(
                        reference(linked.binding().wallet(), "order"),
                        linked.binding(),
                        linked.customer(),
                        amount,
                        "Two coffees",
                        SHOP,
                        clock.instant());
        return stored(kind == Payment.Kind.UNATTENDED ? payment.unattended() : payment);
    }

    /** The merchant writes a payment down. */
    public Payment stored(Payment payment) {
        merchant.store(payment);
        return payment;
    }

    /** The customer agrees to a payment, wherever the outcome of {@code pay} sends them. */
    public void confirm(Payment payment, PaymentOutcome outcome) {
        if (outcome instanceof PaymentOutcome.AwaitingCustomer awaiting) {
            Optional<URI> unused = provider.confirm(awaiting.action(), payment.customer().phone());
        } else if (outcome instanceof PaymentOutcome.Processing) {
            provider.confirmInApp(payment.reference());
        }
    }

    /** A payment that was sent and agreed to: the money has moved. */
    public Payment paid(Way way, Money amount) {
        Payment payment = payment(way, amount);
        confirm(payment, dompet.pay(payment));
        return payment;
    }

    /** Asks about a payment, not before the profile says it may be asked. */
    public PaymentOutcome status(Payment payment) {
        return status(dompet, payment);
    }

    /** The same through another facade. */
    public PaymentOutcome status(Dompet through, Payment payment) {
        waitAsDeclared(payment.wallet());
        return through.status(payment);
    }

    /** Moves the clock as far as the profile demands between two questions. */
    public void waitAsDeclared(Wallet wallet) {
        StatusPolling pace = profile().support(wallet).orElseThrow().statusPolling();
        Instant unused =
                clock.advance(
                        pace.firstAfter().compareTo(pace.between()) > 0
                                ? pace.firstAfter()
                                : pace.between());
    }

    /** How much really left customers' wallets for a payment, less what came back. */
    public Money charged(Payment payment) {
        return provider.movements().stream()
                .filter(movement -> movement.reference().equals(payment.reference()))
                .map(
                        movement ->
                                movement.givenBack()
                                        ? movement.amount().amount().negate()
                                        : movement.amount().amount())
                .reduce(java.math.BigDecimal::add)
                .map(sum -> new Money(sum, payment.amount().currency()))
                .orElse(new Money(java.math.BigDecimal.ZERO, payment.amount().currency()));
    }

    /** How often money was taken for a payment. */
    public long timesCharged(Payment payment) {
        return provider.movements().stream()
                .filter(movement -> !movement.givenBack())
                .filter(movement -> movement.reference().equals(payment.reference()))
                .count();
    }

    @Override
    public void close() {
        facades.close();
        provider.close();
        merchant.close();
    }
}
