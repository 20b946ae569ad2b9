package id.dompet.testkit.conformance.faults;

import static id.dompet.testkit.conformance.bench.Expect.expectRequests;

import id.dompet.Dompet;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.simulated.Operation;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Drives faults against one operation.
 *
 * @param bench where
 * @param what the operation as messages call it, e.g. {@code BALANCE OVO}
 * @param operation which requests meet the fault
 * @param withSlow whether faults that only a deadline ends are driven too
 */
public record FaultDrill(Bench bench, String what, Operation operation, boolean withSlow) {

    /** The cells that are driven, of these groups. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final List<FaultCell> cells(List<FaultCell>... groups) {
        return Stream.of(groups)
                .flatMap(List::stream)
                .filter(cell -> withSlow || !cell.hangs())
                .toList();
    }

    /** One operation that meets the fault; requests are counted from here. */
    public Tried meet(FaultCell cell, Function<Dompet, ?> request) {
        bench.mark();
        bench.provider.next(operation, cell.fault());
        Dompet through = cell.hangs() ? bench.impatient() : bench.dompet;
        Tried tried = Tried.of(() -> request.apply(through));
        bench.provider.clearFaults();
        return tried;
    }

    /** In words. */
    public String when(FaultCell cell) {
        return what + " when " + cell;
    }

    /** Fails the rule unless exactly one request of the operation was sent. */
    public void sentOnce(FaultCell cell) {
        expectRequests(bench, when(cell), operation, 1);
    }
}
