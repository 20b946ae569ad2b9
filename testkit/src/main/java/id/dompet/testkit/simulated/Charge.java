package id.dompet.testkit.simulated;

/** One charge in the books. */
public final class Charge {
    Charge() {}
}
