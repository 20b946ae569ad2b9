package id.dompet.ledger.jdbc;

import id.dompet.ledger.crypt.Vault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Moves credentials from older encryption keys to the active one, in small transactions. */
public final class Rotation {
    private static final int BATCH = 100;

    private final Database database;
    private final Vault vault;

    /** On this database, whose tables exist. */
    public Rotation(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    private record Row(String provider, String subject, String content) {
        String context() {
            return "credential\n" + provider + "\n" + subject;
        }
    }

    /** Encrypts anew whatever is encrypted with an older key; how many. */
    public int run() {
        int moved = 0;
        int batch;
        do {
            batch = database.transaction("change encryption keys", this::batch);
            moved += batch;
        } while (batch > 0);
        return moved;
    }

    private int batch(Connection connection) throws SQLException {
        List<Row> rows = old(connection);
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "UPDATE dompet_credential SET key_id = ?, content = ?"
                                + " WHERE provider = ? AND subject = ? AND content = ?")) {
            for (Row row : rows) {
                String content =
                        vault.seal(vault.open(row.content(), row.context()), row.context());
                statement.setString(1, Vault.keyId(content));
                statement.setString(2, content);
                statement.setString(3, row.provider());
                statement.setString(4, row.subject());
                // One that was renewed meanwhile is encrypted with the newest key already.
                statement.setString(5, row.content());
                statement.addBatch();
            }
            int[] unused = statement.executeBatch();
        }
        return rows.size();
    }

    private List<Row> old(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        database.locked(
                                "SELECT provider, subject, content FROM dompet_credential"
                                        + " WHERE key_id <> ? FETCH FIRST ? ROWS ONLY"))) {
            statement.setString(1, vault.activeKeyId());
            statement.setInt(2, BATCH);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
            return rows;
        }
    }
}
