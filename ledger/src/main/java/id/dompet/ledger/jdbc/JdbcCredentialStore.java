package id.dompet.ledger.jdbc;

import id.dompet.ledger.crypt.Vault;
import id.dompet.ledger.form.CredentialForm;
import id.dompet.sign.Digest;
import id.dompet.spi.CredentialStore;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Credentials in a database, encrypted and bound to their place, shared by all instances.
 * Thread-safe.
 */
public final class JdbcCredentialStore implements CredentialStore {
    private final Database database;
    private final Vault vault;

    /** On this database, whose tables exist. */
    public JdbcCredentialStore(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    @Override
    public Optional<Credential> find(Key key) {
        return database.statement("read a credential", connection -> find(connection, key));
    }

    private Optional<Credential> find(Connection connection, Key key) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT content FROM dompet_credential"
                                + " WHERE provider = ? AND subject = ?")) {
            statement.setString(1, key.provider().value());
            statement.setString(2, subject(key));
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                CredentialForm.read(vault.open(row.getString(1), context(key))))
                        : Optional.empty();
            }
        }
    }

    @Override
    public void save(Key key, Credential credential) {
        int unused =
                database.transaction(
                        "write a credential",
                        connection -> {
                            int changed = update(connection, key, credential);
                            return changed > 0 || insert(connection, key, credential)
                                    ? 1
                                    : update(connection, key, credential);
                        });
    }

    @Override
    public Credential saveIfAbsent(Key key, Credential credential) {
        return database.transaction(
                "write a credential",
                connection ->
                        insert(connection, key, credential)
                                ? credential
                                : find(connection, key).orElse(credential));
    }

    private boolean insert(Connection connection, Key key, Credential credential)
            throws SQLException {
        String sql =
                database.dialect()
                        .insertUnlessThere(
                                "INSERT INTO dompet_credential (key_id, content, expires_at,"
                                        + " provider, subject) VALUES (?, ?, ?, ?, ?)");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, key, credential);
            return Database.insert(statement);
        }
    }

    private int update(Connection connection, Key key, Credential credential) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "UPDATE dompet_credential SET key_id = ?, content = ?, expires_at = ?"
                                + " WHERE provider = ? AND subject = ?")) {
            fill(statement, key, credential);
            return statement.executeUpdate();
        }
    }

    private void fill(PreparedStatement statement, Key key, Credential credential)
            throws SQLException {
        String content = vault.seal(CredentialForm.write(credential), context(key));
        statement.setString(1, Vault.keyId(content));
        statement.setString(2, content);
        Times.set(statement, 3, credential.expiresAt());
        statement.setString(4, key.provider().value());
        statement.setString(5, subject(key));
    }

    @Override
    public void delete(Key key) {
        int unused =
                database.statement(
                        "remove a credential",
                        connection -> {
                            try (PreparedStatement statement =
                                    connection.prepareStatement(
                                            "DELETE FROM dompet_credential"
                                                    + " WHERE provider = ? AND subject = ?")) {
                                statement.setString(1, key.provider().value());
                                statement.setString(2, subject(key));
                                return statement.executeUpdate();
                            }
                        });
    }

    @Override
    public Optional<Lease> tryLease(Key key, Duration time) {
        return new Leases(database).take(key.provider() + "/" + subject(key), holder(), time);
    }

    private static String holder() {
        return UUID.randomUUID().toString();
    }

    private static String subject(Key key) {
        return Digest.SHA_256.hex(key.subject().getBytes(StandardCharsets.UTF_8));
    }

    /** Where a credential belongs: it does not open in another row. */
    static String context(Key key) {
        return "credential\n" + key.provider() + "\n" + subject(key);
    }

    @Override
    public String toString() {
        return "JdbcCredentialStore[" + vault + "]";
    }
}
