package id.dompet.ledger;

import id.dompet.Dompet;
import id.dompet.spi.TimeSource;
import java.security.SecureRandom;
import java.time.Duration;

/** Collects what a ledger needs. Not thread-safe. */
public final class LedgerBuilder {
    private static final int BATCH = 32;
    private static final Duration QUESTION_LEASE = Duration.ofMinutes(2);
    private static final Duration DELIVERY_LEASE = Duration.ofMinutes(5);

    private final Dompet dompet;
    private final LedgerDatabase database;
    private LedgerHandler handler = event -> {};
    private RefundHandler refundHandler = event -> {};
    private TimeSource time = TimeSource.system();
    private Duration interval = Duration.ofSeconds(1);
    private Duration questionLease = QUESTION_LEASE;
    private Duration deliveryLease = DELIVERY_LEASE;

    LedgerBuilder(Dompet dompet, LedgerDatabase database) {
        this.dompet = dompet;
        this.database = database;
    }

    /** Who hears of every change of a payment. Without one, events are taken and dropped. */
    public LedgerBuilder handler(LedgerHandler value) {
        handler = value;
        return this;
    }

    /** Who hears of every change of a refund. Without one, events are taken and dropped. */
    public LedgerBuilder refundHandler(RefundHandler value) {
        refundHandler = value;
        return this;
    }

    /**
     * Clocks other than the machine's. Leases run by the database's clock in any case, and so does
     * the wait between two answers that a payment does not exist.
     */
    public LedgerBuilder time(TimeSource value) {
        time = value;
        return this;
    }

    /** Between two looks at what is due, by the background threads; a second by default. */
    public LedgerBuilder interval(Duration value) {
        interval = value;
        return this;
    }

    /**
     * For how long, by the database's clock, the work of an instance that died stays with it.
     *
     * @param question longer than a question with its repeats lasts; 2 minutes by default. When it
     *     is over, another instance may ask about the same payment
     * @param delivery longer than the handler ever takes; 5 minutes by default. When it is over,
     *     another instance may tell its handler the same
     * @throws IllegalArgumentException if one of them is not more than zero
     */
    public LedgerBuilder leases(Duration question, Duration delivery) {
        questionLease = positive(question);
        deliveryLease = positive(delivery);
        return this;
    }

    private static Duration positive(Duration lease) {
        if (lease.isNegative() || lease.isZero()) {
            throw new IllegalArgumentException("a lease lasts for some time, not for " + lease);
        }
        return lease;
    }

    /** The ledger; its background threads do not run before {@link Ledger#start}. */
    public Ledger open() {
        return new Ledger(
                new Parts(
                        dompet,
                        database.payments(),
                        database.refunds(),
                        database.links(),
                        database.vault(),
                        new Transitions(),
                        new RefundTransitions(),
                        handler,
                        refundHandler,
                        time,
                        new Pace(new SecureRandom()),
                        BATCH,
                        interval,
                        questionLease,
                        deliveryLease));
    }
}
