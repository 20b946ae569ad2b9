package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;
import static id.dompet.testkit.conformance.bench.Expect.expectState;

import id.dompet.Dompet;
import id.dompet.model.Balance;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.model.Refund;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.ObservedStore;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.simulated.Movement;
import id.dompet.testkit.simulated.Operation;
import id.dompet.testkit.simulated.SeenRequest;
import id.dompet.testkit.simulated.SimulatedProvider;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** PLG: several instances of a module, and what it must not do. */
abstract class PluginUseRules extends PluginRules {
    private static final int MOST_REQUESTS = 8;

    @Rule(
            id = "PLG-02",
            demands =
                    "Two instances with different credentials work side by side and share nothing.",
            why =
                    "Merchants with two accounts, or with old and new credentials, have both in one"
                            + " process. A key, token or customer of one that is used for the other"
                            + " takes money for the wrong merchant.",
            check =
                    "static fields; singletons bound outside the instance's own module; caches"
                            + " whose keys name the customer or the wallet but not the instance.")
    public final void plg02_instancesShareNothing() {
        try (Bench first = ownBench();
                SideBySide both = new SideBySide(first)) {
            both.mark();
            for (Way way : first.ways()) {
                pays(both, way);
            }
            for (Wallet wallet : first.wallets(Capability.BALANCE)) {
                asks(both, wallet);
            }
            for (ProviderId id : List.of(Bench.ID, SideBySide.SECOND)) {
                List<SeenRequest> all = both.seen(id);
                expect(
                        all.stream().allMatch(request -> request.objection().isEmpty()),
                        "instance '"
                                + id
                                + "' uses its own credentials only: its provider accepts every"
                                + " request",
                        all.stream().filter(request -> request.objection().isPresent()).toList());
            }
        }
        anotherAccount();
    }

    /** The merchant changes to another account, or from the sandbox to production. */
    private void anotherAccount() {
        Bench bench = bench();
        for (Way way : bench.ways()) {
            Payment unused = bench.paid(way, PRICE); // whatever it needs is in the store now
        }
        SimulatorSetup setup = new SimulatorSetup(bench.clock, bench.setup.notifications());
        try (SimulatedProvider other = subject().simulator(setup);
                Dompet dompet = bench.open(bench.config(setup, elsewhere(other.baseUrl())))) {
            for (Wallet wallet : bench.wallets(Capability.BIND)) {
                Tried unused =
                        Tried.of(() -> dompet.bind(bench.bindRequest(wallet, bench.customer())));
            }
            for (Way way : bench.ways()) {
                if (!way.isLinked()) {
                    Tried unused = Tried.of(() -> dompet.pay(bench.payment(way, PRICE)));
                }
            }
            List<SeenRequest> refused =
                    other.requests().stream()
                            .filter(request -> request.objection().isPresent())
                            .filter(request -> request.operation() != Operation.OTHER)
                            .toList();
            expect(
                    refused.isEmpty(),
                    "the same instance with another account's settings and the store it had: no"
                            + " token of the old account is sent to the new one",
                    refused);
        }
    }

    /** The same machine under its other name: another environment has another host. */
    private static URI elsewhere(URI address) {
        return URI.create(address.toString().replace("//127.0.0.1", "//localhost"));
    }

    private record Sent(Payment payment, PaymentOutcome outcome) {}

    /** One customer, one reference, another amount at each of the two. */
    private static void pays(SideBySide both, Way way) {
        Customer customer = both.customer();
        String reference = both.reference(way);
        List<Payment> payments = new ArrayList<>();
        for (ProviderId id : List.of(Bench.ID, SideBySide.SECOND)) {
            Optional<Binding> binding =
                    way.isLinked()
                            ? Optional.of(both.link(id, way.wallet(), customer))
                            : Optional.empty();
            Money amount = Money.idr(id.equals(Bench.ID) ? 25_000 : 31_000);
            payments.add(both.payment(id, way, reference, customer, binding, amount));
        }
        List<Sent> sent = new ArrayList<>();
        for (Payment payment : payments) {
            sent.add(new Sent(payment, both.dompet().pay(payment)));
        }
        for (Sent each : sent) {
            both.confirm(each.payment(), each.outcome());
            both.waitAsDeclared(way.wallet());
            isPaid(both, way, each.payment());
        }
    }

    private static void isPaid(SideBySide both, Way way, Payment payment) {
        String situation =
                "%s with two instances, payment at '%s'".formatted(way, payment.provider());
        PaymentOutcome outcome = both.dompet().status(payment);
        expectState(situation, outcome.state(), outcome, PaymentOutcome.State.PAID);
        List<Money> moved =
                both.provider(payment.provider()).movements().stream()
                        .filter(movement -> movement.reference().equals(payment.reference()))
                        .map(Movement::amount)
                        .toList();
        expect(
                moved.equals(List.of(payment.amount())),
                situation + ": exactly " + payment.amount() + " is charged there",
                moved);
    }

    private static void asks(SideBySide both, Wallet wallet) {
        Customer customer = both.customer();
        List<Binding> bindings = new ArrayList<>();
        for (ProviderId id : List.of(Bench.ID, SideBySide.SECOND)) {
            both.provider(id).wallet(wallet, customer.phone()).cash(cash(id));
            bindings.add(both.link(id, wallet, customer));
        }
        Collections.reverse(bindings);
        for (Binding binding : bindings) {
            Money cash = Money.idr(cash(binding.provider()));
            Tried seen = Tried.of(() -> both.dompet().balance(binding));
            expect(
                    seen.value().orElse("") instanceof Balance balance
                            && balance.cash().equals(cash),
                    "%s with two instances: the balance at '%s' is %s"
                            .formatted(wallet, binding.provider(), cash),
                    seen);
        }
    }

    private static long cash(ProviderId id) {
        return id.equals(Bench.ID) ? 111_000 : 222_000;
    }

    @Rule(
            id = "PLG-04",
            demands =
                    "Opening sends nothing, and what the profile does not declare is refused before"
                            + " any request.",
            why =
                    "An application must start while its provider is down. And a merchant asks the"
                            + " profile what to offer: what is not declared must not half work.",
            check =
                    "constructors and providers of the Guice module, which must connect to nothing;"
                            + " how ports look up a wallet they do not know.")
    public final void plg04_undeclaredIsRefusedUnsent() {
        Bench bench = bench();
        try (Dompet opened = bench.open(bench.config())) {
            expect(opened.providers().containsKey(Bench.ID), "it opens", opened.providers());
            expect(
                    bench.seen().isEmpty(),
                    "opening the module sends nothing to the provider",
                    bench.seen());
        }
        new Undeclared(bench)
                .operations()
                .forEach(
                        (name, operation) -> {
                            bench.mark();
                            Tried tried = Tried.of(operation);
                            String situation = name + ", which the profile does not declare";
                            tried.expect(
                                    situation,
                                    name.startsWith("UNBIND")
                                            ? new String[] {
                                                "Unsupported", "BindingUnusable", "UNBOUND"
                                            }
                                            : new String[] {"Unsupported"});
                            expect(
                                    bench.seen().isEmpty(),
                                    situation + ": no request is sent",
                                    bench.seen());
                        });
    }

    @Rule(
            id = "PLG-05",
            demands =
                    "With wrong credentials of the merchant, nothing happens and nothing is taken"
                            + " for a decline or for the end of a link.",
            why =
                    "A key that was rotated or mistyped must alert the merchant. Taken for a"
                            + " decline it cancels orders, taken for a dead link it unlinks every"
                            + " customer.",
            check =
                    "how answers to a wrong signature, a wrong token and an unknown merchant are"
                            + " mapped: DompetException.CredentialsRefused, before anything else is"
                            + " read from them.")
    public final void plg05_wrongCredentialsSayNothingElse() {
        Bench bench = bench();
        SimulatorSetup stranger = new SimulatorSetup(bench.clock, bench.setup.notifications());
        Map<String, String> wrong = subject().settings(stranger, bench.provider.baseUrl());
        expect(
                !wrong.equals(subject().settings(bench.setup, bench.provider.baseUrl())),
                "settings(setup, ...) of the conformance class takes every secret from its set-up",
                "the same settings for two set-ups");
        ObservedStore store = new ObservedStore();
        try (Dompet dompet =
                bench.open(
                        bench.config(stranger, bench.provider.baseUrl()),
                        builder -> builder.credentials(store))) {
            for (Wallet wallet : bench.wallets(Capability.BIND)) {
                linkedWith(dompet, store, wallet);
            }
            for (Way way : bench.ways()) {
                chargedWith(dompet, store, way);
            }
        }
    }

    private void linkedWith(Dompet dompet, ObservedStore store, Wallet wallet) {
        Bench bench = bench();
        refusedWith(
                "BIND " + wallet, () -> dompet.bind(bench.bindRequest(wallet, bench.customer())));
        Binding binding = bench.link(wallet).binding();
        store.restore(bench.store.ofCustomers());
        if (bench.profile().can(wallet, Capability.BALANCE)) {
            refusedWith("BALANCE " + wallet, () -> dompet.balance(binding));
        }
        if (bench.profile().can(wallet, Capability.UNBIND)) {
            refusedWith("UNBIND " + wallet, () -> dompet.unbind(binding));
        }
    }

    private void chargedWith(Dompet dompet, ObservedStore store, Way way) {
        Bench bench = bench();
        Payment unpaid = bench.payment(way, PRICE);
        Payment paid = bench.paid(way, PRICE);
        store.restore(bench.store.ofCustomers());
        bench.waitAsDeclared(way.wallet());
        refusedWith("PAY " + way, () -> dompet.pay(unpaid));
        refusedWith("STATUS " + way, () -> dompet.status(paid));
        if (bench.profile().can(way.wallet(), Capability.REFUND)) {
            Refund refund =
                    new Refund(
                            bench.reference(way.wallet(), "refund"),
                            paid,
                            PRICE,
                            "Sold out",
                            bench.clock.instant());
            refusedWith("REFUND " + way, () -> dompet.refund(refund));
        }
        expect(
                bench.timesCharged(unpaid) == 0 && bench.charged(paid).equals(PRICE),
                "no money moves with wrong credentials, " + way,
                bench.provider.movements());
    }

    private void refusedWith(String operation, Supplier<?> request) {
        bench().mark();
        Tried tried = Tried.of(request);
        String situation = operation + " with wrong credentials of the merchant";
        tried.expect(situation, "CredentialsRefused", "UNKNOWN", "Unavailable");
        expect(
                bench().seen().size() <= MOST_REQUESTS,
                situation + ": at most " + MOST_REQUESTS + " requests",
                bench().seen());
    }
}
