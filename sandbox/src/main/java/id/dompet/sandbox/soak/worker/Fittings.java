package id.dompet.sandbox.soak.worker;

import id.dompet.Dompet;
import id.dompet.ledger.Durability;
import id.dompet.ledger.LedgerHandler;
import javax.sql.DataSource;

/**
 * What a worker is fitted with. As it stands, it changes nothing: the library is used as its
 * documents say. The tests of the soak put faulty parts in, to see that the soak notices.
 */
public class Fittings {
    /** What committed rows survive. */
    public Durability durability() {
        return Durability.PROCESS_DEATH;
    }

    /** The connections to the database. */
    public DataSource database(DataSource real) {
        return real;
    }

    /** The library. */
    public Dompet dompet(Dompet real) {
        return real;
    }

    /** The merchant's own code that is told of changes. */
    public LedgerHandler handler(LedgerHandler real) {
        return real;
    }
}
