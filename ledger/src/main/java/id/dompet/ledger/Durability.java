package id.dompet.ledger;

/** What a committed row survives. */
public enum Durability {
    /**
     * The death of the process, and of the machine where the database is PostgreSQL. H2 as it comes
     * does not: it writes half a second later. The ledger sets {@code WRITE_DELAY} to 0.
     */
    PROCESS_DEATH,
    /**
     * A power cut, too. H2 then writes to the disk with every commit ({@code CHECKPOINT SYNC}),
     * which takes some hundred payments a second; PostgreSQL does so by itself.
     */
    POWER_CUT,
    /** Nothing: H2 in memory and databases that write later are taken as well. For tests only. */
    NOTHING
}
