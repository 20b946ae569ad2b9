package id.dompet.testkit.conformance.forgeries;

import id.dompet.http.InboundRequest;
import id.dompet.testkit.conformance.bench.Bench;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds out by comparison whether a provider signs the path and the time of its notifications, and
 * if it does, makes forgeries of genuine ones that were written for another path and at another
 * time. So nobody has to tell the suite what a signature covers.
 */
public final class Elsewhere {
    private static final Duration LATER = Duration.ofSeconds(61);

    private Elsewhere() {}

    /** Every one that has to be rejected; none where the simulator cannot write to other paths. */
    public static List<Forgery> of(Bench bench, String paymentReference, InboundRequest genuine) {
        Optional<InboundRequest> first = written(bench, paymentReference, genuine.target());
        Optional<InboundRequest> same = written(bench, paymentReference, genuine.target());
        Optional<InboundRequest> moved =
                written(bench, paymentReference, genuine.target() + "/other");
        if (first.isEmpty() || same.isEmpty() || moved.isEmpty()) {
            return List.of();
        }
        Instant unused = bench.clock.advance(LATER);
        Optional<InboundRequest> later = written(bench, paymentReference, genuine.target());
        Set<String> random = differing(first.get(), same.get());
        List<Forgery> all = new ArrayList<>();
        Set<String> ofPath = differing(first.get(), moved.get());
        ofPath.removeAll(random);
        if (isSameBody(first.get(), moved.get()) && !ofPath.isEmpty()) {
            all.add(
                    Forgery.of(first.get())
                            .target(moved.get().target(), "sent to another path than it is for"));
        }
        later.filter(it -> isSameBody(first.get(), it))
                .ifPresent(it -> all.addAll(mixed(first.get(), it, random)));
        return all;
    }

    /** Of two headers or more that change with the time, one is a signature over the others. */
    private static List<Forgery> mixed(
            InboundRequest first, InboundRequest later, Set<String> random) {
        Set<String> ofTime = differing(first, later);
        ofTime.removeAll(random);
        List<Forgery> all = new ArrayList<>();
        if (ofTime.size() > 1) {
            for (String name : ofTime) {
                all.add(
                        Forgery.of(first)
                                .header(
                                        name,
                                        later.header(name),
                                        "the header " + name + " as it was at another time"));
            }
        }
        return all;
    }

    private static Optional<InboundRequest> written(Bench bench, String reference, String target) {
        return bench.provider.writtenFor(reference, target);
    }

    private static boolean isSameBody(InboundRequest one, InboundRequest other) {
        return one.body().equals(other.body());
    }

    private static Set<String> differing(InboundRequest one, InboundRequest other) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(one.headers().keySet());
        names.addAll(other.headers().keySet());
        names.removeIf(name -> one.header(name).equals(other.header(name)));
        return names;
    }
}
