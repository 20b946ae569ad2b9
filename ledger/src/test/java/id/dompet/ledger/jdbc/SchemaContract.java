package id.dompet.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.ledger.AtOnce;
import id.dompet.ledger.Durability;
import id.dompet.ledger.LedgerDatabase;
import id.dompet.ledger.LedgerDatabase.Tables;
import id.dompet.ledger.crypt.EncryptionKeys;
import id.dompet.model.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Tables that the ledger makes, and tables that the merchant makes. */
abstract class SchemaContract {
    private static final EncryptionKeys KEYS =
            EncryptionKeys.of("test", Secret.of(Base64.getEncoder().encodeToString(new byte[32])));

    abstract DataSource source();

    abstract String folder();

    private static LedgerDatabase open(DataSource source, Tables tables) {
        return LedgerDatabase.open(source, KEYS, Durability.PROCESS_DEATH, tables);
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            boolean unused = statement.execute(sql);
        }
    }

    @Test
    void missingTablesAreSaidToBeMissing() {
        assertThatThrownBy(() -> open(source(), Tables.EXIST))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the ledger's tables are missing or cannot be read; apply")
                .hasMessageContaining(folder() + "/V1__ledger.sql");
    }

    /** As a migration tool applies the script of the jar: as it is. */
    @Test
    void theMerchantsOwnToolMayMakeThem() throws SQLException, IOException {
        DataSource source = source();
        try (InputStream in =
                Schema.class.getResourceAsStream(
                        "/id/dompet/ledger/schema/" + folder() + "/V1__ledger.sql")) {
            execute(source, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(open(source, Tables.EXIST).providersInUse()).isEmpty();
        assertThat(open(source, Tables.CREATE).providersInUse()).isEmpty();
    }

    @Test
    void eightInstancesThatStartAtOnceMakeThemOnce() throws Exception {
        DataSource source = source();
        AtOnce.by8(worker -> assertThat(open(source, Tables.CREATE).providersInUse()).isEmpty());
    }

    @Test
    void anOlderVersionIsRefused() throws SQLException {
        DataSource source = source();
        assertThat(open(source, Tables.CREATE).providersInUse()).isEmpty();
        execute(source, "UPDATE dompet_schema SET version = 0");
        assertThatThrownBy(() -> open(source, Tables.EXIST))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("have version 0, this release needs 1");
    }
}
