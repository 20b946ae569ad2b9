package id.dompet.testkit.conformance;

import java.util.List;

/** Faults: balances and ways to fill a wallet that are wrong. */
final class BalanceDefects {
    private BalanceDefects() {}

    static List<Defect> all() {
        return List.of();
    }
}
