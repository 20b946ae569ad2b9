package id.dompet.benchmarks.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The least that a durable payment needs: its row committed before the charge is sent, and the
 * outcome committed after. What the ledger costs is measured beside it.
 */
final class BareJournal implements Runnable {
    private static final String CONTENT = "x".repeat(600);

    private final DataSource source;
    private int number;

    BareJournal(DataSource source) throws SQLException {
        this.source = source;
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            boolean unused =
                    statement.execute(
                            "CREATE TABLE bare_payment (reference VARCHAR(64) PRIMARY KEY,"
                                    + " content VARCHAR(4000), state VARCHAR(16))");
        }
    }

    @Override
    public void run() {
        String reference = "bare-" + ++number;
        try {
            commit("INSERT INTO bare_payment VALUES (?, ?, 'NEW')", reference, CONTENT);
            commit("UPDATE bare_payment SET state = ? WHERE reference = ?", "PAID", reference);
        } catch (SQLException e) {
            throw new IllegalStateException("a bare payment was not written", e);
        }
    }

    private void commit(String sql, String first, String second) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, first);
                statement.setString(2, second);
                int unused = statement.executeUpdate();
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
