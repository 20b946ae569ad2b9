package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;
import static id.dompet.testkit.conformance.bench.Expect.expectRequests;

import id.dompet.Dompet;
import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.spi.CredentialStore;
import id.dompet.spi.Pages;
import id.dompet.testkit.Fault;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Linking;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.secrets.Components;
import id.dompet.testkit.simulated.Operation;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** BND: what a link must not give away, and what answers must not do with it. */
abstract class BindingSafetyRules extends BindingLifeRules {

    @Rule(
            id = "BND-07",
            needs = Need.BIND,
            demands =
                    "Bindings of different customers and wallets have different ids and"
                            + " credentials, and a customer can link again.",
            why =
                    "Merchants store bindings by id. Two customers under one id, or with one"
                            + " credential, pay from each other's wallets.",
            check = "how the binding's id and the credential's subject are made.")
    public final void bnd07_bindingsAreDistinct() {
        Set<String> ids = new LinkedHashSet<>();
        List<Set<String>> credentials = new ArrayList<>();
        for (Wallet wallet : linkable()) {
            Customer first = bench().customer();
            for (Customer customer : List.of(first, bench().customer())) {
                Map<CredentialStore.Key, CredentialStore.Credential> before =
                        bench().store.contents();
                Linking linking = Linking.start(bench(), wallet, customer);
                Binding binding = bound("linking " + wallet, linking.end(linking.agree()));
                expect(
                        ids.add(binding.id()),
                        "every customer's binding has an id of its own, " + wallet,
                        "one id for two customers or wallets");
                credentials.add(
                        bench().store.since(before).values().stream()
                                .filter(credential -> credential.owner().isPresent())
                                .map(credential -> credential.value().reveal())
                                .collect(Collectors.toSet()));
            }
            // Some wallets link once only, as long as the link lives.
            bench().provider.wallet(wallet, first.phone()).unlinkInApp();
            Linking again = Linking.start(bench(), wallet, first);
            Binding unused = bound("linking again, " + wallet, again.end(again.agree()));
        }
        distinct(credentials);
    }

    private static void distinct(List<Set<String>> credentials) {
        Set<String> all = new LinkedHashSet<>();
        for (Set<String> ofOne : credentials) {
            expect(
                    ofOne.stream().noneMatch(all::contains),
                    "no two customers have the same credential",
                    "one credential stored for two customers");
            all.addAll(ofOne);
        }
    }

    @Rule(
            id = "BND-08",
            needs = Need.BIND,
            demands =
                    "What the provider granted is in the credential store, for its owner, and"
                            + " nowhere else: not in the binding or the attempt, not in a key of the"
                            + " store.",
            why =
                    "Merchants log bindings and send them to browsers. A credential is permission"
                            + " to take money, and only the credential store is encrypted.",
            check =
                    "the binding's id, which must not be or contain the credential; the owner of"
                            + " what is put into Credentials.")
    public final void bnd08_credentialsAreInTheStoreOnly() {
        for (Wallet wallet : linkable()) {
            Linking linking = Linking.start(bench(), wallet);
            Binding binding = bound("linking " + wallet, linking.end(linking.agree()));
            Collection<String> secrets = bench().provider.issuedSecrets();
            Components.texts(binding).forEach((where, text) -> holdsNone(where, text, secrets));
            Components.texts(linking.attempt())
                    .forEach((where, text) -> holdsNone(where, text, secrets));
            bench().store
                    .contents()
                    .forEach(
                            (key, credential) -> {
                                holdsNone("a subject of the store", key.subject(), secrets);
                                if (key.subject().equals(binding.id())) {
                                    expect(
                                            credential
                                                    .owner()
                                                    .filter(binding.customerReference()::equals)
                                                    .isPresent(),
                                            "the credential of a binding is stored for its owner",
                                            credential.owner());
                                }
                            });
        }
    }

    private static void holdsNone(String where, String text, Collection<String> secrets) {
        expect(
                secrets.stream().noneMatch(secret -> !secret.isEmpty() && text.contains(secret)),
                where + " holds no token, code or ticket that the provider issued",
                "it does (not shown)");
    }

    @Rule(
            id = "BND-09",
            needs = Need.BIND,
            demands =
                    "A page that is neither https nor on this machine never reaches the customer.",
            why =
                    "Merchants put the address into a link or a redirect: javascript: runs in their"
                            + " shop, plain http shows the one-time ticket to the whole network.",
            check = "id.dompet.spi.Pages.safe, for every address from an answer.")
    public final void bnd09_unsafePagesAreNotShown() {
        for (Wallet wallet : linkable()) {
            URI page = Linking.start(bench(), wallet).page();
            String host = page.getScheme() + "://" + page.getRawAuthority();
            for (String unsafe :
                    List.of(
                            "javascript:alert(1)//",
                            "http://wallet.example",
                            "data:text/html,",
                            "ftp://wallet.example",
                            "//wallet.example",
                            "https://user@wallet.example",
                            "intent://wallet.example")) {
                AtomicInteger changed = new AtomicInteger();
                bench().provider
                        .next(
                                Operation.BIND,
                                Fault.rewritten(
                                        genuine ->
                                                genuine.withBody(
                                                        swap(
                                                                genuine.text(),
                                                                host,
                                                                unsafe,
                                                                changed))));
                Tried tried =
                        Tried.of(
                                () ->
                                        bench().dompet
                                                .bind(
                                                        bench().bindRequest(
                                                                        wallet,
                                                                        bench().customer())));
                bench().provider.clearFaults();
                boolean shown =
                        tried.value()
                                .filter(BindOutcome.AwaitingCustomer.class::isInstance)
                                .map(BindOutcome.AwaitingCustomer.class::cast)
                                .filter(a -> Pages.safe(a.action().toString()).isEmpty())
                                .isPresent();
                expect(
                        !shown || changed.get() == 0,
                        "BIND "
                                + wallet
                                + ", answered with a page at "
                                + unsafe
                                + ": the customer is not sent there",
                        tried);
            }
        }
    }

    private static String swap(String body, String host, String unsafe, AtomicInteger changed) {
        String swapped =
                body.replace(host, unsafe)
                        .replace(host.replace("/", "\\/"), unsafe.replace("/", "\\/"));
        if (!swapped.equals(body)) {
            changed.incrementAndGet();
        }
        return swapped;
    }

    @Rule(
            id = "BND-14",
            needs = Need.BIND,
            demands =
                    "A binding and an attempt work in another process with the same credential"
                            + " store.",
            why =
                    "Merchants run several machines and restart them. A link that lives in one"
                            + " process's memory is lost with it, and the customer's consent too.",
            check =
                    "maps and fields of the module in which codes or tokens are kept: only"
                            + " Credentials outlives the process.")
    public final void bnd14_anotherProcessCanGoOn() {
        for (Wallet wallet : linkable()) {
            Linking linking = Linking.start(bench(), wallet);
            String returned = linking.agree();
            Binding binding;
            try (Dompet second = bench().open(bench().config())) {
                BindOutcome outcome = second.completeBind(linking.attempt(), returned);
                if (outcome instanceof BindOutcome.Processing) {
                    var unused = linking.notified();
                    outcome = second.completeBind(linking.attempt());
                }
                binding = bound("completing in another process, " + wallet, outcome);
            }
            try (Dompet third = bench().open(bench().config())) {
                if (bench().profile().can(wallet, Capability.BALANCE)) {
                    Tried balance = Tried.of(() -> third.balance(binding));
                    balance.expect("BALANCE " + wallet + " in another process", "Balance");
                }
                if (bench().profile().can(wallet, Capability.UNBIND)) {
                    bench().mark();
                    Tried unbound = Tried.of(() -> third.unbind(binding));
                    unbound.expect("UNBIND " + wallet + " in another process", "UNBOUND");
                    expectRequests(
                            bench(),
                            "UNBIND " + wallet + " in another process",
                            Operation.UNBIND,
                            1);
                }
            }
        }
    }
}
