package id.dompet.testkit.conformance.bench;

import id.dompet.testkit.simulated.Operation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a rule demands, and the words it fails with. */
public final class Expect {
    private Expect() {}

    /** Fails the rule unless it holds. */
    public static void expect(boolean holds, String expected, @Nullable Object seen) {
        if (!holds) {
            throw new Violation(expected, String.valueOf(seen));
        }
    }

    /** Fails the rule unless the state is one of these. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <S extends Enum<S>> void expectState(
            String situation, S state, Object outcome, S... allowed) {
        expect(
                Arrays.asList(allowed).contains(state),
                situation
                        + ": "
                        + String.join(" or ", Arrays.stream(allowed).map(Enum::name).toList()),
                outcome);
    }

    /** Fails the rule unless the provider saw exactly so many requests since the mark. */
    public static void expectRequests(
            Bench bench, String situation, Operation operation, int times) {
        int seen = bench.count(operation);
        expect(
                seen == times,
                "%s: exactly %d %s request(s) reach the provider"
                        .formatted(situation, times, operation),
                seen + ": " + bench.seen());
    }
}
