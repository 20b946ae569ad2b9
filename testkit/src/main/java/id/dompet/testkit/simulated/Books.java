package id.dompet.testkit.simulated;

/** Wallets, links, charges, refunds and tokens of a simulated provider. */
public final class Books {
    Books() {}
}
