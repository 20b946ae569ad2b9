package id.dompet.sandbox.soak;

import id.dompet.sandbox.soak.worker.Buyer;
import id.dompet.sandbox.soak.worker.Way;
import id.dompet.testkit.Fault;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What a customer orders, and how they behave. An order can be paid in several attempts, each a
 * payment of its own, one after the other was declined.
 *
 * @param number from 1
 * @param way how it is paid
 * @param buyer who pays
 * @param rupiah for how much
 * @param mood what the customer does with the wallet's page
 * @param hesitation how long, in milliseconds, the customer looks at it
 * @param twice whether the button is pressed twice
 * @param persistent whether the customer tries again after a decline
 * @param fault what happens to the charge on its way, if anything
 * @param refundPercent how much of it the customer sends back after it was paid
 * @param deadly whether a worker is killed when the provider has charged and not answered yet
 */
record Order(
        int number,
        Way way,
        Buyer buyer,
        long rupiah,
        Mood mood,
        int hesitation,
        boolean twice,
        boolean persistent,
        Optional<Fault> fault,
        int refundPercent,
        boolean deadly) {
    /** More than enough for most; the last of them has an empty wallet. */
    static final int BUYERS = 8;

    /** The one whose wallets are empty. */
    static final Buyer POOR = new Buyer(BUYERS - 1);

    /** What every provider takes, in rupiah. */
    private static final int LEAST = 10_000;

    private static final List<Integer> REFUNDS = List.of(25, 100);
    private static final List<Way> WAYS =
            List.of(
                    Way.DUITKU_SHOPEEPAY,
                    Way.DUITKU_SHOPEEPAY,
                    Way.DOKU_OVO,
                    Way.DOKU_OVO_UNATTENDED,
                    Way.DOKU_DANA);
    private static final char ATTEMPT = '.';

    /** What a customer does. */
    enum Mood {
        CONFIRMS,
        DECLINES,
        WALKS_AWAY
    }

    /** The order of this number, which depends on nothing but the seed. */
    static Order of(int number, long seed) {
        Random random = new Random(seed * 1_000_003 + number);
        int mood = random.nextInt(100);
        return new Order(
                number,
                WAYS.get(random.nextInt(WAYS.size())),
                new Buyer(random.nextInt(BUYERS)),
                LEAST + random.nextInt(500_000),
                mood < 75 ? Mood.CONFIRMS : mood < 88 ? Mood.DECLINES : Mood.WALKS_AWAY,
                random.nextInt(400),
                random.nextInt(100) < 20,
                random.nextInt(100) < 60,
                random.nextInt(100) < 40
                        ? Optional.of(ProviderFaults.any(random))
                        : Optional.empty(),
                random.nextInt(100) < 60 ? REFUNDS.get(random.nextInt(REFUNDS.size())) : 0,
                random.nextInt(100) < 2);
    }

    /** The reference of the payment that an attempt makes. */
    String reference(int attempt) {
        return "soak-" + number + ATTEMPT + attempt;
    }

    /** How much the customer sends back; nothing where the provider gives nothing back. */
    long refund() {
        return way.givesBack() ? rupiah * refundPercent / 100 : 0;
    }

    /** The order that a payment's reference belongs to. */
    static String orderOf(String paymentReference) {
        int end = paymentReference.indexOf(ATTEMPT);
        return end < 0 ? paymentReference : paymentReference.substring(0, end);
    }
}
