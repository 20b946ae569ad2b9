package id.dompet.testkit.conformance;

import id.dompet.Dompet;
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
record FaultDrill(Bench bench, String what, Operation operation, boolean withSlow) {

    /** The cells that are driven, of these groups. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    final List<FaultCell> cells(List<FaultCell>... groups) {
        return Stream.of(groups)
                .flatMap(List::stream)
                .filter(cell -> withSlow || !cell.hangs())
                .toList();
    }

    /** One operation that meets the fault; requests are counted from here. */
    Tried meet(FaultCell cell, Function<Dompet, ?> request) {
        bench.mark();
        bench.provider.next(operation, cell.fault());
        Dompet through = cell.hangs() ? bench.impatient() : bench.dompet;
        Tried tried = Tried.of(() -> request.apply(through));
        bench.provider.clearFaults();
        return tried;
    }

    /** In words. */
    String when(FaultCell cell) {
        return what + " when " + cell;
    }

    /** Fails the rule unless exactly one request of the operation was sent. */
    void sentOnce(FaultCell cell) {
        Rules.expectRequests(bench, when(cell), operation, 1);
    }
}
