package id.dompet.testkit.simulated;

/** One customer's wallet at a simulated provider, as its owner sees it. Thread-safe. */
public interface SimulatedWallet {
    /** Puts exactly this much cash into it, in whole rupiah. */
    void cash(long rupiah);

    /** What is in it now, in whole rupiah. */
    long cash();

    /** Puts exactly so many points into it; harmless for a wallet that has none. */
    void points(long points);

    /** Ends every link of this wallet from the wallet's own app: the merchant is not told. */
    void unlinkInApp();
}
