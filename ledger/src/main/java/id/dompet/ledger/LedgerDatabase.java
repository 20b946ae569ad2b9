package id.dompet.ledger;

import id.dompet.ledger.crypt.EncryptionKeys;
import id.dompet.ledger.crypt.Vault;
import id.dompet.ledger.jdbc.Database;
import id.dompet.ledger.jdbc.Durable;
import id.dompet.ledger.jdbc.JdbcCredentialStore;
import id.dompet.ledger.jdbc.JdbcLinkStore;
import id.dompet.ledger.jdbc.JdbcPaymentStore;
import id.dompet.ledger.jdbc.JdbcRefundStore;
import id.dompet.ledger.jdbc.Rotation;
import id.dompet.ledger.jdbc.Schema;
import id.dompet.ledger.store.LinkStore;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.ledger.store.RefundStore;
import id.dompet.model.ProviderId;
import id.dompet.spi.CredentialStore;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The merchant's database, checked and ready: its tables exist, and what it commits stays. Open it
 * before {@link id.dompet.Dompet}, which keeps its credentials in it. H2 and PostgreSQL.
 * Thread-safe.
 */
public final class LedgerDatabase {
    private final Database database;
    private final Vault vault;

    private LedgerDatabase(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** How tables come into being. */
    public enum Tables {
        /** The ledger makes them when they are missing. */
        CREATE,
        /** The merchant's own migration tool makes them; the ledger checks that they are there. */
        EXIST
    }

    /**
     * Opens one that survives the death of the process, and makes its tables.
     *
     * @throws IllegalStateException if it is of another kind, or not durable
     * @throws id.dompet.ledger.store.StoreException if it cannot be reached
     */
    public static LedgerDatabase open(DataSource source, EncryptionKeys keys) {
        return open(source, keys, Durability.PROCESS_DEATH, Tables.CREATE);
    }

    /**
     * Opens one.
     *
     * @param source connections as the merchant pools them; autocommit is switched as each
     *     transaction or single statement needs it, and back again
     * @param keys what credentials, customers and pages are encrypted with
     * @param durability what has to survive
     * @param tables who makes them
     * @throws IllegalStateException if it is of another kind, not durable, or without tables
     * @throws id.dompet.ledger.store.StoreException if it cannot be reached
     */
    public static LedgerDatabase open(
            DataSource source, EncryptionKeys keys, Durability durability, Tables tables) {
        Database database = Durable.open(source, durability);
        if (tables == Tables.CREATE) {
            Schema.apply(database);
        }
        Schema.verify(database);
        return new LedgerDatabase(database, new Vault(keys));
    }

    /** Where Dompet keeps its credentials: encrypted, shared by all instances. */
    public CredentialStore credentials() {
        return new JdbcCredentialStore(database, vault);
    }

    /**
     * Providers that still have links, open payments or open refunds, for {@code
     * Dompet.Builder.mustServe}.
     */
    public Set<ProviderId> providersInUse() {
        return links().providersInUse();
    }

    /**
     * Encrypts every credential anew that is encrypted with an older key, so that the older key can
     * be taken out of the configuration once payments of its time are purged.
     *
     * @return how many
     */
    public int rotateKeys() {
        return new Rotation(database, vault).run();
    }

    PaymentStore payments() {
        return new JdbcPaymentStore(database);
    }

    RefundStore refunds() {
        return new JdbcRefundStore(database);
    }

    LinkStore links() {
        return new JdbcLinkStore(database);
    }

    Vault vault() {
        return vault;
    }
}
