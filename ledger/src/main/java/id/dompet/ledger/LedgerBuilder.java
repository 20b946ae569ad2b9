package id.dompet.ledger;

import id.dompet.Dompet;
import id.dompet.spi.TimeSource;
import java.security.SecureRandom;
import java.time.Duration;

/** Collects what a ledger needs. Not thread-safe. */
public final class LedgerBuilder {
    private static final int BATCH = 32;

    private final Dompet dompet;
    private final LedgerDatabase database;
    private LedgerHandler handler = event -> {};
    private TimeSource time = TimeSource.system();
    private Duration interval = Duration.ofSeconds(1);

    LedgerBuilder(Dompet dompet, LedgerDatabase database) {
        this.dompet = dompet;
        this.database = database;
    }

    /** Who hears of every change. Without one, events are taken and dropped. */
    public LedgerBuilder handler(LedgerHandler value) {
        handler = value;
        return this;
    }

    /** Clocks other than the machine's. Leases run by the database's clock in any case. */
    public LedgerBuilder time(TimeSource value) {
        time = value;
        return this;
    }

    /** Between two looks at what is due, by the background threads; a second by default. */
    public LedgerBuilder interval(Duration value) {
        interval = value;
        return this;
    }

    /** The ledger; its background threads do not run before {@link Ledger#start}. */
    public Ledger open() {
        return new Ledger(
                new Parts(
                        dompet,
                        database.payments(),
                        database.links(),
                        database.vault(),
                        new Transitions(),
                        handler,
                        time,
                        new SecureRandom(),
                        BATCH,
                        interval));
    }
}
