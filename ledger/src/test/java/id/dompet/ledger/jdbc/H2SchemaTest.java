package id.dompet.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.ledger.Durability;
import id.dompet.ledger.store.NotificationKey;
import id.dompet.ledger.store.StoreException;
import id.dompet.model.ProviderId;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2SchemaTest extends SchemaContract {
    @TempDir Path folder;

    @Override
    DataSource source() {
        return TestDatabase.h2(folder);
    }

    @Override
    String folder() {
        return "h2";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:",
                "jdbc:h2:mem:ledger",
                "jdbc:h2:memFS:ledger",
                "jdbc:h2:nioMemFS:ledger"
            })
    void whatIsInMemoryIsRefused(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        assertThatThrownBy(() -> Durable.open(source, Durability.PROCESS_DEATH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("this H2 database is in memory");
        assertThat(Durable.open(source, Durability.NOTHING).dialect()).isEqualTo(Dialect.H2);
    }

    @Test
    void anH2ServerIsRefusedForSeveralProcessesMayWriteThroughIt() throws Exception {
        Server server =
                Server.createTcpServer(
                                "-tcpPort", "0", "-baseDir", folder.toString(), "-ifNotExists")
                        .start();
        try {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:tcp://localhost:" + server.getPort() + "/ledger");
            assertThatThrownBy(() -> Durable.open(source, Durability.PROCESS_DEATH))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("this H2 database is behind a server");
            assertThat(Durable.open(source, Durability.NOTHING).dialect()).isEqualTo(Dialect.H2);
        } finally {
            server.stop();
        }
    }

    /** For as long as H2 can count: the test that lost rows had to run for 45 seconds and more. */
    @Test
    void spaceInTheFileIsNotUsedAgain() throws Exception {
        DataSource source = TestDatabase.h2(folder);
        assertThat(Durable.open(source, Durability.PROCESS_DEATH).dialect()).isEqualTo(Dialect.H2);
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS"
                                        + " WHERE SETTING_NAME = 'info.RETENTION_TIME'"
                                        + " OR SETTING_NAME = 'RETENTION_TIME'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo(String.valueOf(Integer.MAX_VALUE));
        }
    }

    @Test
    void aFileThatIsReadOnlyIsReadAndWrittenToWhenItIsNotAnyMore() throws Exception {
        DataSource writable = TestDatabase.h2(folder);
        Schema.apply(Durable.open(writable, Durability.PROCESS_DEATH));
        String url;
        try (var connection = writable.getConnection()) {
            url = connection.getMetaData().getURL();
        }
        shutDown(writable);
        JdbcDataSource readOnly = new JdbcDataSource();
        readOnly.setURL(url + ";ACCESS_MODE_DATA=r");
        readOnly.setUser("sa");
        JdbcPaymentStore reading =
                new JdbcPaymentStore(Durable.open(readOnly, Durability.PROCESS_DEATH));
        NotificationKey key = new NotificationKey(new ProviderId("doku"), "n-1");
        assertThatThrownBy(() -> reading.applied(key))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("read only");
        assertThat(reading.backlog().open()).isZero();
        shutDown(readOnly);
        JdbcDataSource again = new JdbcDataSource();
        again.setURL(url);
        again.setUser("sa");
        assertThat(new JdbcPaymentStore(Durable.open(again, Durability.PROCESS_DEATH)).applied(key))
                .isTrue();
    }

    private static void shutDown(DataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            boolean unused = statement.execute("SHUTDOWN");
        }
    }

    @Test
    void aUserWhoMayNotChangeTheDelayIsToldWhatToDo() throws Exception {
        DataSource owner = TestDatabase.h2(folder);
        String url;
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            url = connection.getMetaData().getURL();
            boolean unused = statement.execute("CREATE USER shop PASSWORD 'x'");
        }
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser("shop");
        source.setPassword("x");
        assertThatThrownBy(() -> Durable.open(source, Durability.PROCESS_DEATH))
                .hasMessageContaining("WRITE_DELAY");
    }
}
