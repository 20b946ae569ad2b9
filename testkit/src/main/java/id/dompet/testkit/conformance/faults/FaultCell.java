package id.dompet.testkit.conformance.faults;

import id.dompet.testkit.Fault;
import id.dompet.testkit.conformance.bench.Bench;

/**
 * One way in which an answer goes wrong, to be driven against one operation.
 *
 * @param name what happens, in words that fit into "when ..."
 * @param fault how the simulated provider is told; {@link Fault#takesEffect()} says whether the
 *     operation was carried out all the same
 * @param hangs whether only the deadline ends it: call through {@link Bench#impatient()}
 */
public record FaultCell(String name, Fault fault, boolean hangs) {

    /** The same words, with whether the operation was carried out. */
    public static FaultCell of(String name, Fault fault, boolean hangs) {
        String effect = fault.takesEffect() ? ", carried out" : ", not carried out";
        return new FaultCell(name + effect, fault, hangs);
    }

    public boolean takesEffect() {
        return fault.takesEffect();
    }

    @Override
    public String toString() {
        return name;
    }
}
