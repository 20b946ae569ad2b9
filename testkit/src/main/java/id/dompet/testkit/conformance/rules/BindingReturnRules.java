package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;

import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Wallet;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Linking;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.forgeries.QueryMix;
import id.dompet.testkit.simulated.Operation;
import id.dompet.testkit.simulated.SeenRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** BND: what strangers and browsers must not be able to do with a link. */
abstract class BindingReturnRules extends BindingRules {

    @Rule(
            id = "BND-05",
            needs = Need.BIND,
            demands =
                    "What the browser brings back is a hint: parameters of another customer's or of"
                            + " an earlier attempt never link anything.",
            why =
                    "The address bar belongs to whoever sits at the browser. Who can link another"
                            + " customer's wallet to their own account pays with it.",
            check =
                    "BindPort.complete: ask the provider about this attempt, with what the merchant"
                            + " stored; a code from the browser must not be stored for another"
                            + " customer already (Credentials.putIfAbsent).")
    public final void bnd05_browserIsNoProof() {
        for (Wallet wallet : linkable()) {
            Linking victim = Linking.start(bench(), wallet);
            String success = Linking.query(victim.agree());
            neverBound(
                    "another customer's return parameters, before that customer came back, "
                            + wallet,
                    Linking.start(bench(), wallet),
                    success);

            Linking linked = Linking.start(bench(), wallet);
            String returned = linked.agree();
            Binding unused = bound("linking " + wallet, linked.end(returned));
            neverBound(
                    "another customer's return parameters, after that customer came back, "
                            + wallet,
                    Linking.start(bench(), wallet),
                    Linking.query(returned));
            mixedAfterDecline(wallet, Linking.query(returned));
            endedBefore(wallet);
        }
    }

    private void mixedAfterDecline(Wallet wallet, String success) {
        Linking first = Linking.start(bench(), wallet);
        String declined = Linking.query(first.refuse());
        int choices = QueryMix.of(declined, success).size();
        for (int choice = 0; choice < choices; choice++) {
            Linking linking = Linking.start(bench(), wallet);
            List<QueryMix> mixes = QueryMix.of(Linking.query(linking.refuse()), success);
            if (choice < mixes.size()) {
                neverBound(
                        "declined by the customer, with " + mixes.get(choice) + ", " + wallet,
                        linking,
                        mixes.get(choice).query());
            }
        }
    }

    private void endedBefore(Wallet wallet) {
        Customer customer = bench().customer();
        Linking earlier = Linking.start(bench(), wallet, customer);
        String returned = earlier.agree();
        Binding unused = bound("linking " + wallet, earlier.end(returned));
        bench().provider.wallet(wallet, customer.phone()).unlinkInApp();
        Linking later = Linking.start(bench(), wallet, customer);
        String ignored = later.refuse();
        neverBound(
                "declined, with the return parameters of the customer's earlier link, which has"
                        + " ended, "
                        + wallet,
                later,
                Linking.query(returned));
    }

    private static void neverBound(String situation, Linking linking, String query) {
        Tried tried = Tried.of(() -> linking.complete(linking.with(query)));
        expect(!tried.is("BOUND"), situation + ": nothing is linked", tried);
    }

    @Rule(
            id = "BND-22",
            needs = Need.BIND,
            demands = "A browser that comes back to the merchant comes back to its own attempt.",
            why =
                    "The last part of the address is how the merchant knows whose link it is."
                            + " Without it, or with another customer's, nobody can complete it.",
            check = "BindPort.start: attempt.returnUrl() as it is, nonce included.")
    public final void bnd22_browsersComeBackToTheirAttempt() {
        for (Wallet wallet : linkable()) {
            for (boolean agrees : List.of(true, false)) {
                bench().mark();
                Linking linking = Linking.start(bench(), wallet);
                Optional<URI> sentTo =
                        agrees
                                ? bench().provider.confirm(linking.page())
                                : bench().provider.decline(linking.page());
                // Where else a provider sends it, such as an app's own link, is its own affair.
                expect(
                        sentTo.filter(to -> Bench.SHOP.getHost().equals(to.getHost()))
                                .map(to -> isOf(linking, to))
                                .orElse(true),
                        ("BIND %s, %s: the browser comes back to the attempt's return URL, its"
                                        + " nonce at the end of the path")
                                .formatted(wallet, agrees ? "agreed to" : "declined"),
                        "another address of the merchant's");
                expectNonceSent(linking);
            }
        }
    }

    /** Wherever a request to link names a page of the merchant's, it names this attempt's. */
    private void expectNonceSent(Linking linking) {
        for (SeenRequest seen : bench().seen()) {
            if (bench().provider.serves(seen, Operation.BIND)) {
                String sent = decoded(seen.request().query() + " " + seen.request().text());
                String host = "//" + Bench.SHOP.getHost() + "/";
                for (int at = sent.indexOf(host); at >= 0; at = sent.indexOf(host, at + 1)) {
                    String address = sent.substring(at).split("[\"'\\s,<>&]", 2)[0];
                    expect(
                            address.contains(linking.attempt().nonce()),
                            "BIND %s: every page of the merchant's that the provider is told has the attempt's own address, its nonce at the end of the path"
                                    .formatted(linking.attempt().wallet()),
                            "an address without it: https:" + address);
                }
            }
        }
    }

    private static String decoded(String sent) {
        String plain = sent.replace("\\/", "/");
        try {
            return URLDecoder.decode(plain, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return plain;
        }
    }

    private static boolean isOf(Linking linking, URI address) {
        String path = address.getRawPath();
        return path.equals(linking.attempt().returnUrl().getRawPath())
                || path.equals(
                        linking.attempt().failureUrl().map(URI::getRawPath).orElse("no such path"));
    }

    @Rule(
            id = "BND-21",
            needs = Need.BIND,
            demands =
                    "Whatever stands in the return address, nothing is linked and nothing breaks.",
            why =
                    "Everybody can call the return page with anything. An exception that means"
                            + " \"the module is broken\" wakes people at night.",
            check =
                    "BindPort.complete: parameters that are missing, empty, long or not text; say"
                            + " Refused, Processing or Unknown.")
    public final void bnd21_garbageReturnsAreHarmless() {
        for (Wallet wallet : linkable()) {
            Linking known = Linking.start(bench(), wallet);
            for (String query : QueryMix.garbage(Linking.query(known.agree()))) {
                Linking linking = Linking.start(bench(), wallet);
                Tried tried = Tried.of(() -> linking.complete(linking.with(query)));
                tried.expect(
                        "a browser that comes back with nonsense (%s), %s"
                                .formatted(QueryMix.shown(query), wallet),
                        "PROCESSING",
                        "REFUSED",
                        "UNKNOWN",
                        "InvalidRequest");
            }
            genuineAfterGarbage(wallet);
        }
    }

    /** Somebody guesses at the address while its customer is still on the way back. */
    private void genuineAfterGarbage(Wallet wallet) {
        Linking linking = Linking.start(bench(), wallet);
        String returned = linking.agree();
        for (String query : QueryMix.garbage(Linking.query(returned))) {
            Tried unused = Tried.of(() -> linking.complete(linking.with(query)));
        }
        Binding unused =
                bound(
                        "a browser that comes back with what the provider gave it, after a"
                                + " stranger's came with nonsense, "
                                + wallet,
                        linking.end(returned));
    }
}
