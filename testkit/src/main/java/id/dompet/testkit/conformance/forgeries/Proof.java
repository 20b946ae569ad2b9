package id.dompet.testkit.conformance.forgeries;

import id.dompet.http.InboundRequest;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Opened;
import id.dompet.testkit.conformance.forgeries.Carriers.Carrier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a module demands proof at all of where a notification comes from. */
public final class Proof {
    private final Bench bench;
    private final Carriers carriers;

    public Proof(Bench bench, long seed) {
        this.bench = bench;
        this.carriers = new Carriers(this::isBelieved, seed);
    }

    private boolean isBelieved(InboundRequest request) {
        return Opened.by(bench, request).isTakenForGenuine();
    }

    /** Whether a forgery has the signatures of the genuine one, and only what they say differs. */
    public static boolean isKept(InboundRequest genuine, InboundRequest forged) {
        List<Carrier> theirs = Carriers.candidates(forged);
        return Carriers.candidates(genuine).stream()
                .filter(Carrier::isNamedLikeOne)
                .allMatch(proof -> theirs.stream().anyMatch(proof::isTheSameAs));
    }

    /** What is believed without proof, in words; empty if nothing is. */
    public Optional<String> missing(InboundRequest genuine) {
        List<Carrier> named =
                Carriers.candidates(genuine).stream().filter(Carrier::isNamedLikeOne).toList();
        List<Carrier> needed = carriers.in(genuine);
        List<Carrier> proofs = needed.stream().filter(Carrier::isNamedLikeOne).toList();
        if (needed.isEmpty() || (!named.isEmpty() && proofs.isEmpty())) {
            return Optional.of(
                    "believed with any signature, even an invented one: "
                            + (named.isEmpty() ? "nothing in it is needed" : named));
        }
        return (proofs.isEmpty() ? needed : proofs)
                .stream()
                        .flatMap(proof -> without(genuine, proof).stream())
                        .filter(forgery -> isBelieved(forgery.request()))
                        .findFirst()
                        .map(forgery -> "believed with " + forgery.how());
    }

    /** Without this proof, with an empty one, and with two of which one is invented. */
    private static List<Forgery> without(InboundRequest genuine, Carrier proof) {
        List<Forgery> all = new ArrayList<>();
        for (String none : List.of("", " ", "null", "none", "undefined")) {
            all.add(again(proof.put().apply(none), "the " + proof + " '" + none + "'"));
        }
        if (proof.header()) {
            Forgery start = Forgery.of(genuine);
            String value = genuine.header(proof.name()).get(0);
            String invented = new StringBuilder(value).reverse().toString();
            all.add(start.header(proof.name(), List.of(), "no " + proof));
            all.add(
                    start.header(
                            proof.name(),
                            List.of(value, invented),
                            "the %s twice, the second invented".formatted(proof)));
            all.add(
                    start.header(
                            proof.name(),
                            List.of(invented, value),
                            "the %s twice, the first invented".formatted(proof)));
        }
        return all;
    }

    private static Forgery again(Forgery forgery, String how) {
        return new Forgery(forgery.request(), how);
    }
}
