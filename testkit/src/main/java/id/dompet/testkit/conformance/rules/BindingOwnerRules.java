package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;

import id.dompet.Dompet;
import id.dompet.model.Binding;
import id.dompet.model.Payment;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.spi.CredentialStore;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Linked;
import id.dompet.testkit.conformance.bench.Linking;
import id.dompet.testkit.conformance.bench.ObservedStore;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Way;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** BND: whose wallet it is, and whose permission. */
abstract class BindingOwnerRules extends BindingFaultRules {

    @Rule(
            id = "BND-40",
            needs = Need.BIND,
            demands =
                    "A link that another person's phone agreed to in the wallet does not become a"
                            + " binding of this customer.",
            why =
                    "Whoever gets hold of the page can agree with their own wallet, or have somebody"
                            + " else agree: from then on one customer pays with another's money.",
            check =
                    "BindPort.complete: compare the phone number in the provider's answer with"
                            + " attempt.customer().phone(), digit by digit in one format.")
    public final void bnd40_anotherPersonsWalletIsNotLinked() {
        Bench bench = bench();
        if (!bench.provider.tellsWhoseWallet()) {
            throw notApplicable("the simulated provider's answers do not tell whose wallet it is");
        }
        for (Wallet wallet : linkable()) {
            strangerAgrees(wallet, own -> bench.customer().phone(), "");
            strangerAgrees(
                    wallet,
                    own -> PhoneNumber.of(own.local().replaceFirst("^0812", "0813")),
                    " that ends like the customer's");
            strangerAgrees(
                    wallet,
                    own -> PhoneNumber.of(own.local().replaceFirst(".$", "9")),
                    " that begins like the customer's");
        }
    }

    private void strangerAgrees(
            Wallet wallet, UnaryOperator<PhoneNumber> another, String likeness) {
        Linking linking = Linking.start(bench(), wallet);
        PhoneNumber own = linking.attempt().customer().phone();
        PhoneNumber stranger = another.apply(own);
        if (stranger.equals(own)) {
            return; // it ends with that digit already
        }
        String returned =
                Bench.address(
                        linking.attempt(), bench().provider.confirm(linking.page(), stranger));
        Tried tried = Tried.of(() -> linking.end(returned));
        expect(
                !tried.is("BOUND"),
                "completing a link to "
                        + wallet
                        + " that was agreed to with another person's phone number"
                        + likeness
                        + ": no binding of this customer's, but e.g. REFUSED",
                tried);
    }

    @Rule(
            id = "BND-41",
            needs = Need.BIND,
            demands =
                    "A credential that is stored for another customer serves no binding: no charge,"
                            + " no balance, no unlinking.",
            why =
                    "A store that was restored, migrated or written to by two programs can mix"
                            + " customers up. The owner is stored beside the credential so that"
                            + " nobody pays for somebody else then.",
            check =
                    "wherever a credential is read: its owner() must be the binding's"
                            + " customerReference(), otherwise BindingUnusable before anything is"
                            + " sent. Of every credential of a customer's, tokens included.")
    public final void bnd41_anotherCustomersCredentialIsNotUsed() {
        for (Wallet wallet : linkable()) {
            mixedUp(wallet);
        }
    }

    private void mixedUp(Wallet wallet) {
        Bench bench = bench();
        Linked mine = bench.link(wallet);
        Linked theirs = bench.link(wallet);
        Tried warm = used(bench.dompet, mine, wallet);
        Tried alsoWarm = used(bench.dompet, theirs, wallet);
        ObservedStore store = new ObservedStore();
        store.restore(mixed(bench.store.contents(), mine.binding(), theirs.binding()));
        try (Dompet dompet = bench.open(bench.config(), all -> all.credentials(store))) {
            String when = "with a credential in the store that belongs to another customer, ";
            if (bench.profile().can(wallet, Capability.BALANCE)) {
                Tried balance = Tried.of(() -> dompet.balance(mine.binding()));
                expect(
                        balance.thrown().isPresent(),
                        "BALANCE " + when + wallet + ": BindingUnusable",
                        balance);
            }
            for (Way way : bench.ways()) {
                if (way.isLinked() && way.wallet().equals(wallet)) {
                    charged(dompet, when + way, bench.payment(mine, way.kind(), PRICE));
                }
            }
            if (bench.profile().can(wallet, Capability.UNBIND)) {
                Tried ended = Tried.of(() -> dompet.unbind(mine.binding()));
                Tried still = used(bench.dompet, theirs, wallet);
                expect(
                        still.is(warm.word()) && still.is(alsoWarm.word()),
                        "UNBIND " + when + wallet + ": the other customer's link lives on",
                        ended + "; then " + still);
            }
        }
    }

    private static void charged(Dompet dompet, String when, Payment payment) {
        Tried tried = Tried.of(() -> dompet.pay(payment));
        expect(
                tried.is("BindingUnusable", "DECLINED"),
                "PAY " + when + ": BindingUnusable, and nobody is charged",
                tried);
    }

    /** Asks for the balance, where that can be done. */
    private Tried used(Dompet dompet, Linked linked, Wallet wallet) {
        return bench().profile().can(wallet, Capability.BALANCE)
                ? Tried.of(() -> dompet.balance(linked.binding()))
                : new Tried(Optional.of("no balance"), Optional.empty());
    }

    /** What is stored for mine is theirs: the value, and the name of the owner. */
    private static Map<CredentialStore.Key, CredentialStore.Credential> mixed(
            Map<CredentialStore.Key, CredentialStore.Credential> contents,
            Binding mine,
            Binding theirs) {
        Map<CredentialStore.Key, CredentialStore.Credential> mixed = new LinkedHashMap<>(contents);
        mixed.replaceAll(
                (key, credential) ->
                        credential.owner().filter(mine.customerReference()::equals).isPresent()
                                ? Optional.ofNullable(contents.get(renamed(key, mine, theirs)))
                                        .orElse(ownedBy(credential, theirs))
                                : credential);
        return mixed;
    }

    private static CredentialStore.Key renamed(
            CredentialStore.Key key, Binding mine, Binding theirs) {
        return new CredentialStore.Key(
                key.provider(), key.subject().replace(mine.id(), theirs.id()));
    }

    private static CredentialStore.Credential ownedBy(
            CredentialStore.Credential credential, Binding other) {
        return new CredentialStore.Credential(
                credential.value(),
                credential.refresh(),
                credential.expiresAt(),
                Optional.of(other.customerReference()));
    }
}
