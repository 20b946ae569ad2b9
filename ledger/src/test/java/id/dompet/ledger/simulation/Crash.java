package id.dompet.ledger.simulation;

/** The process is dead: nothing of what would run after this may leave a trace. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
        super("the process died", null, false, false);
    }
}
