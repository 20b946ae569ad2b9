package id.dompet.testkit.simulated;

import id.dompet.model.Money;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** What customers' wallets hold, in rupiah and points. Not thread-safe. */
final class WalletBook {
    private static final BigDecimal CASH = new BigDecimal(1_000_000);
    private static final long POINTS = 1_000;
    private static final String RUPIAH = "IDR";

    private final Map<Key, Purse> purses = new HashMap<>();

    private record Key(Wallet wallet, PhoneNumber owner) {}

    /** What one wallet holds. */
    static final class Purse {
        BigDecimal cash = CASH;
        long points = POINTS;

        /**
         * Takes an amount out, a part of it in points; false if there is not enough of either, or
         * nothing of this currency.
         */
        boolean take(Money amount, long inPoints) {
            BigDecimal inCash = amount.amount().subtract(BigDecimal.valueOf(inPoints));
            if (!holds(amount)
                    || inCash.signum() < 0
                    || cash.compareTo(inCash) < 0
                    || points < inPoints) {
                return false;
            }
            cash = cash.subtract(inCash);
            points -= inPoints;
            return true;
        }

        void put(Money amount) {
            cash = cash.add(amount.amount());
        }

        private static boolean holds(Money amount) {
            return amount.currency().getCurrencyCode().equals(RUPIAH);
        }
    }

    Purse of(Wallet wallet, PhoneNumber owner) {
        return purses.computeIfAbsent(new Key(wallet, owner), unused -> new Purse());
    }
}
