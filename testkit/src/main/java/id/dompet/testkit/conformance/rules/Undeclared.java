package id.dompet.testkit.conformance.rules;

import id.dompet.Dompet;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.Refund;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.spi.ProviderProfile;
import id.dompet.testkit.conformance.bench.Bench;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Everything that a profile does not declare, tried all the same. */
final class Undeclared {
    private static final Wallet NOBODYS = new Wallet("NO_SUCH_WALLET");
    private static final Money AMOUNT = Money.idr(25_000);

    private final Bench bench;
    private final Dompet dompet;

    Undeclared(Bench bench) {
        this.bench = bench;
        this.dompet = bench.dompet;
    }

    /** By name, e.g. {@code BALANCE for DANA}. */
    Map<String, Supplier<?>> operations() {
        ProviderProfile profile = bench.profile();
        Set<Wallet> wallets = new LinkedHashSet<>(profile.wallets().keySet());
        wallets.addAll(List.of(Wallet.OVO, Wallet.DANA, Wallet.SHOPEEPAY, Wallet.LINKAJA, NOBODYS));
        Map<String, Supplier<?>> found = new LinkedHashMap<>();
        for (Wallet wallet : wallets) {
            of(wallet)
                    .forEach(
                            (capability, operation) -> {
                                if (!profile.can(wallet, capability)) {
                                    found.put(capability + " for " + wallet, operation);
                                }
                            });
        }
        return found;
    }

    private Map<Capability, Supplier<?>> of(Wallet wallet) {
        Customer customer = bench.customer();
        Binding binding =
                new Binding(
                        "b-" + customer.reference(),
                        Bench.ID,
                        wallet,
                        customer.reference(),
                        bench.clock.instant());
        Payment linked =
                Payment.linked(
                        Bench.reference("order"),
                        binding,
                        customer,
                        AMOUNT,
                        "Tea",
                        Bench.SHOP,
                        bench.clock.instant());
        Payment redirect =
                Payment.redirect(
                        Bench.reference("order"),
                        Bench.ID,
                        wallet,
                        customer,
                        AMOUNT,
                        "Tea",
                        Bench.SHOP,
                        bench.clock.instant());
        Refund refund =
                new Refund(
                        Bench.reference("refund"),
                        redirect,
                        AMOUNT,
                        "Sold out",
                        bench.clock.instant());
        Map<Capability, Supplier<?>> all = new LinkedHashMap<>();
        all.put(Capability.BIND, () -> dompet.bind(bench.bindRequest(wallet, customer)));
        all.put(Capability.BALANCE, () -> dompet.balance(binding));
        all.put(Capability.TOP_UP_INSTRUCTIONS, () -> dompet.topUpInstructions(binding));
        all.put(Capability.PAY_LINKED, () -> dompet.pay(linked));
        all.put(Capability.PAY_UNATTENDED, () -> dompet.pay(linked.unattended()));
        all.put(Capability.PAY_REDIRECT, () -> dompet.pay(redirect));
        all.put(Capability.REFUND, () -> dompet.refund(refund));
        all.put(Capability.UNBIND, () -> dompet.unbind(binding));
        return all;
    }
}
