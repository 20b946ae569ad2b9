package id.dompet.sandbox.demo;

import id.dompet.Dompet;
import id.dompet.ledger.PaymentState;
import id.dompet.model.Balance;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.DompetException;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.PhoneNumber;
import id.dompet.model.TopUpInstruction;
import id.dompet.model.UnbindNotice;
import id.dompet.sandbox.cli.NotDone;
import id.dompet.sandbox.demo.Browser.Sight;
import id.dompet.spi.Capability;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** One customer, one wallet, from linking to unlinking. For one thread, for one use. */
final class Journey {
    private static final Duration NOTIFICATION_TIME = Duration.ofSeconds(30);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(5);
    private static final Money PRICE = Money.idr(25_000);
    private static final String PARTNER = "Warung Dompet";
    private static final Customer CUSTOMER =
            Customer.of(
                    "demo-customer",
                    "Siti Rahayu",
                    "siti@example.com",
                    PhoneNumber.of("0812-3456-7890"));

    private final Leg leg;
    private final Counter counter;
    private final Browser browser;
    private Optional<Sight> sight = Optional.empty();
    private Optional<Binding> binding = Optional.empty();
    private Optional<Balance> before = Optional.empty();
    private Optional<Payment> payment = Optional.empty();
    private boolean maybeCharged;

    /**
     * Where the shop serves the customers of one provider.
     *
     * @param dompet routes everything to that provider; asked directly, to compare
     * @param shop the merchant's code
     * @param watch tells of notifications
     * @param pages where browsers come back to
     * @param deafness why notifications cannot be heard, if they cannot
     * @param simulated whether balances can be trusted to the rupiah
     */
    record Counter(
            Dompet dompet,
            Shop shop,
            NotificationWatch watch,
            URI pages,
            Optional<String> deafness,
            boolean simulated) {}

    Journey(Leg leg, Counter counter) {
        this.leg = leg;
        this.counter = counter;
        this.browser = new Browser(url -> url.toString().startsWith(counter.pages().toString()));
    }

    /** Plays every step that the provider declares for the wallet. */
    void play(Course course) {
        course.play(Step.BIND, this::bind);
        course.play(Step.COMPLETE_BIND, Step.BIND, this::completeBind);
        if (can(Capability.BALANCE)) {
            course.play(Step.BALANCE, Step.COMPLETE_BIND, this::balance);
        }
        if (can(Capability.TOP_UP_INSTRUCTIONS)) {
            course.play(Step.TOP_UP_INSTRUCTIONS, Step.COMPLETE_BIND, this::topUp);
        }
        course.play(Step.PAY, Step.COMPLETE_BIND, this::pay);
        if (can(Capability.NOTIFY)) {
            course.play(Step.NOTIFICATION, Step.PAY, this::notification);
        }
        // Whoever does not know whether a charge went through asks; only "nothing happened" ends
        // it.
        course.play(Step.STATUS, maybeCharged ? Step.COMPLETE_BIND : Step.PAY, this::status);
        if (can(Capability.UNBIND)) {
            course.play(Step.UNBIND, Step.COMPLETE_BIND, this::unbind);
        }
    }

    private String bind() {
        Optional<URI> page = counter.shop().link(reference("link"), leg.wallet(), CUSTOMER);
        sight = page.map(browser::open);
        return page.isPresent()
                ? "link started, the customer sees the page of " + leg.wallet()
                : "linked at once, without asking the customer";
    }

    private String completeBind() {
        binding =
                sight.isPresent()
                        ? Optional.of(counter.shop().linked(CUSTOMER, browser.finish(sight.get())))
                        : counter.shop().link(CUSTOMER, leg);
        return "linked %s of %s at %s".formatted(leg.wallet(), CUSTOMER.phone(), leg.provider());
    }

    private String balance() {
        Balance balance = counter.shop().balance(binding.orElseThrow());
        before = Optional.of(balance);
        return balance.cash()
                + " in cash"
                + balance.points().map(points -> ", " + points + " in points").orElse("");
    }

    private String topUp() {
        List<TopUpInstruction> ways = counter.shop().topUpInstructions(binding.orElseThrow());
        return "%s to put money in: %s"
                .formatted(
                        TextReport.count(ways.size(), "way"),
                        ways.stream()
                                .map(TopUpInstruction::title)
                                .collect(Collectors.joining(", ")));
    }

    private String pay() {
        Payment ordered =
                counter.shop().order(reference("order"), binding.orElseThrow(), CUSTOMER, PRICE);
        payment = Optional.of(ordered);
        Optional<URI> page = charge(ordered);
        page.map(browser::open).ifPresent(browser::finish);
        return "charged %s to %s%s"
                .formatted(
                        PRICE,
                        leg.wallet(),
                        page.isPresent() ? ", the customer confirmed with the PIN" : "");
    }

    private Optional<URI> charge(Payment ordered) {
        maybeCharged = true;
        try {
            return counter.shop().charge(ordered);
        } catch (DompetException e) {
            maybeCharged = false;
            throw e;
        }
    }

    private String notification() {
        Payment paid = payment.orElseThrow();
        if (counter.deafness().isPresent()) {
            return counter.deafness().get() + "; " + askUntilPaid(paid);
        }
        PaymentState outcome =
                counter.watch()
                        .await(paid, NOTIFICATION_TIME)
                        .orElseThrow(
                                () ->
                                        new NotDone(
                                                "no notification could be heard in %d seconds"
                                                        .formatted(NOTIFICATION_TIME.toSeconds())));
        require(outcome);
        return "%s says PAID, verified and acknowledged".formatted(leg.provider());
    }

    /** Seldom: providers shut out those who ask too often. */
    private String askUntilPaid(Payment paid) {
        long end = System.nanoTime() + NOTIFICATION_TIME.toNanos();
        do {
            if (counter.shop().ask(paid) == PaymentState.PAID) {
                return "asked instead, and it is PAID";
            }
        } while (counter.watch().await(paid, BETWEEN_QUESTIONS).isEmpty()
                && System.nanoTime() < end);
        throw new NotDone(counter.deafness().orElse("") + "; no notification could be heard");
    }

    private String status() {
        Payment paid = payment.orElseThrow();
        PaymentOutcome.State asked = counter.dompet().status(paid).state();
        if (asked != PaymentOutcome.State.PAID) {
            throw new NotDone(
                    "expected the payment to be PAID, it is " + asked + " at the provider");
        }
        require(counter.shop().ask(paid));
        return "PAID at the provider and in the ledger" + spent().orElse("");
    }

    /** What the balance says about it. */
    private Optional<String> spent() {
        if (before.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal had = before.get().cash().amount();
        Money has = counter.shop().balance(binding.orElseThrow()).cash();
        if (counter.simulated() && had.subtract(has.amount()).compareTo(PRICE.amount()) != 0) {
            throw new NotDone(
                    "PAID, but the balance went from %s to %s".formatted(before.get().cash(), has));
        }
        return Optional.of("; the balance went from %s to %s".formatted(before.get().cash(), has));
    }

    private String unbind() {
        Binding linked = binding.orElseThrow();
        Optional<UnbindNotice> notice =
                counter.dompet().unbindNotice(linked, Locale.ENGLISH, PARTNER);
        counter.shop().unlink(linked);
        return notice.map(
                        shown ->
                                "unlinked, after the notice \"%s\""
                                        .formatted(firstWords(shown.text())))
                .orElse("unlinked; this wallet demands no notice");
    }

    private static void require(PaymentState state) {
        if (state != PaymentState.PAID) {
            throw new NotDone("expected the payment to be PAID, it is " + state);
        }
    }

    private boolean can(Capability capability) {
        return Optional.ofNullable(counter.dompet().providers().get(leg.provider()))
                .filter(profile -> profile.can(leg.wallet(), capability))
                .isPresent();
    }

    private static String firstWords(String text) {
        int end = text.indexOf(' ', 40);
        return end < 0 ? text : text.substring(0, end) + " ...";
    }

    /** Unique for ever, also among the runs of this demo. */
    private static String reference(String what) {
        return what + "-" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }
}
