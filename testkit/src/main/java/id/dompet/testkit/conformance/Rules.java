package id.dompet.testkit.conformance;

import id.dompet.model.Money;
import id.dompet.testkit.simulated.Operation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What every group of rules starts from: the bench, and words to say what is wrong. The groups form
 * a chain of classes, because JUnit reports nested classes under the testkit's name instead of the
 * contributor's.
 */
@ExtendWith(RuleExtension.class)
abstract class Rules {
    /** An amount that no rule takes for granted. */
    static final Money PRICE = Money.idr(25_000);

    private @Nullable Bench bench;

    abstract Subject subject();

    /** How much is tried; only the testkit's own tests try less. */
    Scale scale() {
        return Scale.FULL;
    }

    final void use(Bench shared) {
        bench = shared;
    }

    /** The bench that the rules share. */
    final Bench bench() {
        if (bench == null) {
            throw new IllegalStateException("rules run under the suite's own JUnit extension");
        }
        return bench;
    }

    /** A bench of its own, for a rule that leaves it in disorder. */
    final Bench ownBench() {
        return new Bench(subject(), scale());
    }

    /** Fails the rule unless it holds. */
    static void expect(boolean holds, String expected, @Nullable Object seen) {
        if (!holds) {
            throw new Violation(expected, String.valueOf(seen));
        }
    }

    /** Fails the rule unless the state is one of these. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    static <S extends Enum<S>> void expectState(
            String situation, S state, Object outcome, S... allowed) {
        expect(
                Arrays.asList(allowed).contains(state),
                situation
                        + ": "
                        + String.join(" or ", Arrays.stream(allowed).map(Enum::name).toList()),
                outcome);
    }

    /** Fails the rule unless the provider saw exactly so many requests since the mark. */
    static void expectRequests(Bench bench, String situation, Operation operation, int times) {
        int seen = bench.count(operation);
        expect(
                seen == times,
                "%s: exactly %d %s request(s) reach the provider"
                        .formatted(situation, times, operation),
                seen + ": " + bench.seen());
    }
}
