package id.dompet.ledger.simulation;

/** An invariant does not hold. */
final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Broken(long seed, String what) {
        super("seed " + seed + ": " + what);
    }
}
