package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;

import id.dompet.Dompet;
import id.dompet.model.Balance;
import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Refund;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything that the profile declares, used once by a new customer of each wallet, in the order of
 * life: link, look, pay in every way, ask, give back, unlink. Each step must come out as it does on
 * a good day.
 *
 * @param bench the provider and the clock
 * @param dompet the facade under test
 * @param circumstances what is special, in words that fit after a step; empty if nothing is
 * @param dated whether the dates of what comes out are looked at, too
 */
record Journey(Bench bench, Dompet dompet, String circumstances, boolean dated) {
    /** With digits that formatters like to change. */
    private static final Money PRICE = Money.idr(12_345);

    /** A clock that is this far off is another clock. */
    private static final Duration OFF = Duration.ofHours(1);

    Journey(Bench bench, Dompet dompet, String circumstances) {
        this(bench, dompet, circumstances, false);
    }

    /** Goes all the way. */
    void play() {
        for (Wallet wallet : bench.wallets(Capability.BIND)) {
            linked(wallet);
        }
        for (Way way : bench.ways()) {
            if (!way.isLinked()) {
                pays(
                        way,
                        Payment.redirect(
                                bench.reference(way.wallet(), "order"),
                                Bench.ID,
                                way.wallet(),
                                bench.customer(),
                                PRICE,
                                "Two coffees",
                                Bench.SHOP,
                                bench.clock.instant()));
            }
        }
    }

    private void linked(Wallet wallet) {
        Customer customer = bench.customer();
        Tried bound =
                Tried.of(
                        () ->
                                Bench.finish(
                                        dompet,
                                        bench.provider,
                                        dompet.bind(bench.bindRequest(wallet, customer))));
        bound.expect(situation("linking " + wallet), "BOUND");
        Binding binding = binding(bound);
        isNow(situation("linking " + wallet) + ": bound", binding.boundAt());
        if (bench.profile().can(wallet, Capability.BALANCE)) {
            Money cash = Money.idr(bench.provider.wallet(wallet, customer.phone()).cash());
            Tried seen = Tried.of(() -> dompet.balance(binding));
            expect(
                    seen.value().orElse("") instanceof Balance balance
                            && balance.cash().equals(cash),
                    situation("the balance of " + wallet) + ": " + cash,
                    seen);
            seen.value()
                    .map(Balance.class::cast)
                    .ifPresent(
                            balance ->
                                    isNow(
                                            situation("the balance of " + wallet) + ": as",
                                            balance.asOf()));
        }
        if (bench.profile().can(wallet, Capability.TOP_UP_INSTRUCTIONS)) {
            Tried ways = Tried.of(() -> dompet.topUpInstructions(binding));
            expect(
                    ways.thrown().isEmpty(),
                    situation("how to fill " + wallet) + ": instructions",
                    ways);
        }
        for (Way way : bench.ways()) {
            if (way.isLinked() && way.wallet().equals(wallet)) {
                Payment payment =
                        Payment.linked(
                                bench.reference(wallet, "order"),
                                binding,
                                customer,
                                PRICE,
                                "Two coffees",
                                Bench.SHOP,
                                bench.clock.instant());
                pays(way, way.kind() == Payment.Kind.UNATTENDED ? payment.unattended() : payment);
            }
        }
        if (bench.profile().can(wallet, Capability.UNBIND)) {
            Tried unused = step("unlinking " + wallet, () -> dompet.unbind(binding), "UNBOUND");
        }
    }

    private static Binding binding(Tried bound) {
        return bound.value()
                .flatMap(
                        outcome ->
                                outcome instanceof BindOutcome.Bound linked
                                        ? Optional.of(linked.binding())
                                        : Optional.empty())
                .orElseThrow();
    }

    private void pays(Way way, Payment made) {
        Payment payment = bench.stored(made);
        Tried sent = Tried.of(() -> dompet.pay(payment));
        sent.expect(situation("paying by " + way), "PAID", "AWAITING_CUSTOMER", "PROCESSING");
        sent.value().ifPresent(outcome -> bench.confirm(payment, (PaymentOutcome) outcome));
        expect(
                bench.charged(payment).equals(payment.amount()),
                situation("paying by " + way) + ": " + payment.amount() + " is charged",
                bench.charged(payment));
        String status = "status of a payment by " + way;
        if (step(status, () -> bench.status(dompet, payment), "PAID").value().orElse("")
                instanceof PaymentOutcome.Paid paid) {
            isNow(situation(status) + ": paid", paid.at());
        }
        if (bench.profile().can(way.wallet(), Capability.REFUND)) {
            Refund refund =
                    new Refund(
                            bench.reference(way.wallet(), "refund"),
                            payment,
                            payment.amount(),
                            "Sold out",
                            bench.clock.instant());
            String[] good = {"REFUNDED", "PROCESSING"};
            Tried unused = step("refund of a payment by " + way, () -> dompet.refund(refund), good);
            bench.waitAsDeclared(way.wallet());
            unused =
                    step(
                            "refundStatus of a payment by " + way,
                            () -> dompet.refundStatus(refund),
                            good);
        }
    }

    private Tried step(String name, Supplier<?> operation, String... expected) {
        Tried tried = Tried.of(operation);
        tried.expect(situation(name), expected);
        return tried;
    }

    private void isNow(String what, Instant at) {
        Instant now = bench.clock.instant();
        expect(
                !dated || Duration.between(at, now).abs().compareTo(OFF) < 0,
                what + " at about " + now + ", by the injected TimeSource",
                at);
    }

    private String situation(String step) {
        return circumstances.isEmpty() ? step : step + " " + circumstances;
    }
}
