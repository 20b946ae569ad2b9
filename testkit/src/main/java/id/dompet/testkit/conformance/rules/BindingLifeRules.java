package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;

import id.dompet.model.Balance;
import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Linked;
import id.dompet.testkit.conformance.bench.Linking;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.simulated.SimulatedWallet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** BND: links of one customer, one after the other and side by side. */
abstract class BindingLifeRules extends BindingReturnRules {

    @Rule(
            id = "BND-23",
            needs = Need.BIND,
            demands =
                    "Every link of a customer is one of its own: a new one works after the old one"
                            + " has ended, and links of two wallets never touch each other.",
            why =
                    "Customers unlink and link again, and have more than one wallet. With what an"
                            + " old link left behind, nothing works; with what another wallet has,"
                            + " the wrong one pays.",
            check =
                    "the names under which credentials and tokens are kept: they have to tell this"
                            + " link from an earlier one and from other wallets. putIfAbsent keeps"
                            + " what is there.")
    public final void bnd23_linksOfOneCustomerAreApart() {
        for (Wallet wallet : bench().wallets(Capability.BIND)) {
            Linked first = bench().link(wallet);
            works("%s, linked".formatted(wallet), first);
            walletOf(first).unlinkInApp();
            String again = "%s, linked again after the customer ended the link in the app: ";
            link(wallet, first.customer())
                    .ifPresent(link -> works(again.formatted(wallet) + "the new link", link));
        }
        if (bench().wallets(Capability.BIND).size() > 1) {
            sideBySide();
        }
    }

    private void sideBySide() {
        Customer customer = bench().customer();
        List<Linked> links = new ArrayList<>();
        for (Wallet wallet : bench().wallets(Capability.BIND)) {
            link(wallet, customer).ifPresent(links::add);
        }
        for (int i = 0; i < 2; i++) {
            links.forEach(each -> works("two wallets of one customer, " + name(each), each));
            Collections.reverse(links);
        }
        for (Linked each : links) {
            Tried unused = Tried.of(() -> bench().dompet.unbind(each.binding()));
            walletOf(each).unlinkInApp();
            List<Linked> others = links.subList(links.indexOf(each) + 1, links.size());
            others.forEach(
                    other ->
                            works(
                                    "two wallets of one customer, %s unlinked: %s still"
                                            .formatted(name(each), name(other)),
                                    other));
        }
    }

    private static Wallet name(Linked linked) {
        return linked.binding().wallet();
    }

    /** Empty if it does not succeed: see BND-07. */
    private Optional<Linked> link(Wallet wallet, Customer customer) {
        Linking linking = Linking.start(bench(), wallet, customer);
        return linking.end(linking.agree()) instanceof BindOutcome.Bound bound
                ? Optional.of(new Linked(customer, bound.binding()))
                : Optional.empty();
    }

    private SimulatedWallet walletOf(Linked linked) {
        return bench().provider.wallet(name(linked), linked.customer().phone());
    }

    /** Looks at the balance, and pays, as far as the profile declares it. */
    private void works(String link, Linked linked) {
        long cash = 400_000L + name(linked).code().charAt(0);
        walletOf(linked).cash(cash);
        if (bench().profile().can(name(linked), Capability.BALANCE)) {
            Tried seen = Tried.of(() -> bench().dompet.balance(linked.binding()));
            expect(
                    seen.value().orElse("") instanceof Balance balance
                            && balance.cash().equals(Money.idr(cash)),
                    "%s tells its balance, %s".formatted(link, Money.idr(cash)),
                    seen);
        }
        ways(linked.binding()).ifPresent(way -> pays(link, linked, way, cash));
    }

    private Optional<Way> ways(Binding binding) {
        return bench().ways().stream()
                .filter(way -> way.isLinked() && way.wallet().equals(binding.wallet()))
                .findFirst();
    }

    private void pays(String link, Linked linked, Way way, long cash) {
        Payment payment = bench().payment(linked, way.kind(), PRICE);
        Tried sent = Tried.of(() -> bench().dompet.pay(payment));
        sent.expect(link + " pays", "PAID", "AWAITING_CUSTOMER", "PROCESSING");
        bench().confirm(payment, (PaymentOutcome) sent.value().orElseThrow());
        expect(
                walletOf(linked).cash() == cash - PRICE.wholeUnits(),
                link + " pays " + PRICE + " out of its own wallet",
                "IDR %d are left of IDR %d".formatted(walletOf(linked).cash(), cash));
    }
}
