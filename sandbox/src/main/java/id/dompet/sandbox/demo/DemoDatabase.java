package id.dompet.sandbox.demo;

import id.dompet.ledger.LedgerDatabase;
import id.dompet.ledger.crypt.EncryptionKeys;
import id.dompet.model.Secret;
import id.dompet.sandbox.cli.TemporaryFolder;
import java.security.SecureRandom;
import java.util.Base64;
import org.h2.jdbcx.JdbcConnectionPool;

/** The shop's database: H2 in a file that is deleted with the demo. Thread-safe. */
final class DemoDatabase implements AutoCloseable {
    private final TemporaryFolder folder;
    private final JdbcConnectionPool pool;
    private final LedgerDatabase ledger;

    private DemoDatabase(TemporaryFolder folder, JdbcConnectionPool pool) {
        this.folder = folder;
        this.pool = pool;
        this.ledger = LedgerDatabase.open(pool, EncryptionKeys.of("demo", newKey()));
    }

    /** A new one, with the ledger's tables. */
    static DemoDatabase create() {
        TemporaryFolder folder = TemporaryFolder.create("dompet-demo");
        return new DemoDatabase(
                folder,
                JdbcConnectionPool.create(
                        "jdbc:h2:file:" + folder.path().resolve("shop"), "sa", ""));
    }

    private static Secret newKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Secret.of(Base64.getEncoder().encodeToString(key));
    }

    /** What ledgers are opened on. */
    LedgerDatabase ledger() {
        return ledger;
    }

    @Override
    public void close() {
        pool.dispose();
        folder.close();
    }
}
