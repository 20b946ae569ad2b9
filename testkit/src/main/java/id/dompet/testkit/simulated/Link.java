package id.dompet.testkit.simulated;

/** A link between a merchant's customer and a wallet. */
public final class Link {
    Link() {}
}
