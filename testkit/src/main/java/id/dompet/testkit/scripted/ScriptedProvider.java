package id.dompet.testkit.scripted;

import id.dompet.Dompet;
import id.dompet.DompetConfig;
import id.dompet.model.Balance;
import id.dompet.model.BindAttempt;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.model.RefundOutcome;
import id.dompet.model.Secret;
import id.dompet.model.TopUpInstruction;
import id.dompet.model.Wallet;
import id.dompet.sign.HmacKey;
import id.dompet.spi.CredentialStore;
import id.dompet.spi.ProviderProfile;
import id.dompet.spi.WalletProviderPlugin;
import id.dompet.testkit.AdjustableClock;
import id.dompet.testkit.scripted.Movement.Kind;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A provider in memory, for tests of a merchant's backend. The facade in front of it is the real
 * one: routing, guards, outcomes, credentials and notifications are as in production. What the
 * provider does is scripted, request by request; what is not scripted succeeds.
 *
 * <pre>{@code
 * ScriptedProvider provider = ScriptedProvider.named("duitku");
 * Dompet dompet = provider.open();
 * provider.nextPayment().answerIsLost().isPaid();
 * }</pre>
 *
 * <p>It speaks no provider's protocol; for that there are the simulators. Options that one kind of
 * provider knows ({@code PaymentOption}) are refused, because this is another kind. Thread-safe.
 */
public final class ScriptedProvider {
    private final ProviderId id;
    private final AdjustableClock clock;
    private final ProviderProfile profile;
    private final Books books;
    private final AllScripts scripts = new AllScripts();
    private final HmacKey key = HmacKey.sha256(Secret.of(Tickets.next()));

    private ScriptedProvider(ProviderId id, AdjustableClock clock, ProviderProfile profile) {
        this.id = id;
        this.clock = clock;
        this.profile = profile;
        this.books = new Books(id, clock);
    }

    /**
     * One that can do everything with every known wallet; its clock starts at the machine's time.
     */
    public static ScriptedProvider named(String id) {
        return named(id, AdjustableClock.at(Instant.now()));
    }

    /** The same on this clock; providers of one facade share a clock. */
    public static ScriptedProvider named(String id, AdjustableClock clock) {
        return named(id, clock, Profiles.everything(id));
    }

    /** One that can do what this profile says, for example a copy of a real provider's. */
    public static ScriptedProvider named(
            String id, AdjustableClock clock, ProviderProfile profile) {
        return new ScriptedProvider(new ProviderId(id), clock, profile);
    }

    /** The name of the instance, which its bindings and payments carry. */
    public ProviderId id() {
        return id;
    }

    /** The time of the provider and of the facade; it stands still until a test moves it. */
    public AdjustableClock clock() {
        return clock;
    }

    /** Opens a facade with this provider, to which new handles go, and others beside it. */
    public Dompet open(ScriptedProvider... others) {
        return builder(others).open();
    }

    /** The same before it is opened, with credentials in memory, for whatever else is to be set. */
    public Dompet.Builder builder(ScriptedProvider... others) {
        Dompet.Builder builder =
                Dompet.builder(config(others))
                        .credentials(CredentialStore.inMemory())
                        .time(clock.timeSource())
                        .plugin(plugin());
        for (ScriptedProvider other : others) {
            builder.plugin(other.plugin());
        }
        return builder;
    }

    /** The configuration for this provider, to which new handles go, and others beside it. */
    public DompetConfig config(ScriptedProvider... others) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("dompet.environment", "sandbox");
        settings.put("dompet.question-repeats", "0");
        settings.put("dompet.route.default", id.value());
        settings.put(
                "dompet.providers",
                Stream.concat(Stream.of(this), Stream.of(others))
                        .map(provider -> provider.id.value())
                        .collect(Collectors.joining(",")));
        Stream.concat(Stream.of(this), Stream.of(others))
                .forEach(p -> settings.put("dompet." + p.id + ".type", p.plugin().type()));
        return DompetConfig.of(settings);
    }

    /** The provider module, for a builder of one's own; it takes {@link #clock} as its time. */
    public WalletProviderPlugin plugin() {
        return new ScriptedPlugin(id, profile, books, scripts, key);
    }

    /** What {@code bind} will meet. */
    public BindScript nextBind() {
        return scripts.binds.add();
    }

    /** What {@code completeBind} will meet. */
    public QuestionScript<BindOutcome> nextCompleteBind() {
        return scripts.completions.add();
    }

    /** What {@code unbind} will meet. */
    public UnbindScript nextUnbind() {
        return scripts.unbinds.add();
    }

    /** What {@code balance} will meet. */
    public QuestionScript<Balance> nextBalance() {
        return scripts.balances.add();
    }

    /** What {@code topUpInstructions} will meet. */
    public QuestionScript<List<TopUpInstruction>> nextTopUpInstructions() {
        return scripts.topUps.add();
    }

    /** What {@code pay} will meet. */
    public PaymentScript nextPayment() {
        return scripts.payments.add();
    }

    /** What {@code status} will meet; also when the facade asks because of a notification. */
    public QuestionScript<PaymentOutcome> nextStatus() {
        return scripts.statuses.add();
    }

    /** What {@code refund} will meet. */
    public RefundScript nextRefund() {
        return scripts.refunds.add();
    }

    /** What {@code refundStatus} will meet. */
    public QuestionScript<RefundOutcome> nextRefundStatus() {
        return scripts.refundStatuses.add();
    }

    /** What every linked wallet holds from now on, whatever is paid. At first IDR 1,000,000. */
    public void walletsHold(Money cash, Optional<Money> points) {
        books.at(
                now -> {
                    books.cash = cash;
                    books.points = points;
                    return true;
                });
    }

    /** The customer. */
    public ScriptedCustomer customer() {
        return new ScriptedCustomer(books);
    }

    /** One payment as the provider sees it, sent or not. */
    public ScriptedPayment payment(String reference) {
        return new ScriptedPayment(reference, books);
    }

    /** Links a wallet through the facade, scripts and all, for tests that begin with a link. */
    public Binding link(Dompet dompet, Wallet wallet, Customer customer) {
        BindOutcome begun =
                dompet.bind(
                        new BindRequest(
                                "link-" + Tickets.next().substring(0, 16),
                                wallet,
                                customer,
                                URI.create("https://shop.example/return")));
        BindOutcome outcome =
                begun instanceof BindOutcome.AwaitingCustomer awaiting
                        ? dompet.completeBind(
                                awaiting.attempt(), awaiting.attempt().returnUrl().toString())
                        : begun;
        if (outcome instanceof BindOutcome.Bound bound) {
            return bound.binding();
        }
        throw new IllegalStateException("the wallet was not linked: " + outcome);
    }

    /** A notification that says what is true about this payment now. */
    public ScriptedNotification paymentNotification(String reference) {
        return notifications().payment(reference);
    }

    /** A notification that this customer has finished linking. */
    public ScriptedNotification linkNotification(BindAttempt attempt) {
        return notifications().link(attempt);
    }

    /** A genuine notification of a kind that the facade does not know. */
    public ScriptedNotification unheardOfNotification() {
        return notifications().unheardOf();
    }

    /** A request that belongs to the provider's protocol and is nothing for the merchant. */
    public ScriptedNotification handshake() {
        return notifications().handshake();
    }

    private NotificationWriter notifications() {
        return new NotificationWriter(id, key, books);
    }

    /** Every movement of money, oldest first. */
    public List<Movement> movements() {
        return books.at(now -> books.payments.movements());
    }

    /** Fails if any payment was charged more than once. */
    public void assertNothingChargedTwice() {
        Map<String, Long> charges =
                movements().stream()
                        .filter(movement -> movement.kind() == Kind.CHARGED)
                        .collect(
                                Collectors.groupingBy(
                                        Movement::paymentReference,
                                        TreeMap::new,
                                        Collectors.counting()));
        charges.values().removeIf(count -> count == 1);
        if (!charges.isEmpty()) {
            throw new AssertionError(id + " charged more than once: " + charges);
        }
    }

    /** Fails if something was scripted that no request has met: the test tested something else. */
    public void assertEveryScriptWasPlayed() {
        List<String> waiting = scripts.waiting();
        if (!waiting.isEmpty()) {
            throw new AssertionError(
                    "scripted for %s, but never asked for: %s".formatted(id, waiting));
        }
    }

    @Override
    public String toString() {
        return "ScriptedProvider[" + id + "]";
    }
}
