package id.dompet.ledger.jdbc;

import id.dompet.ledger.store.LinkStore;
import id.dompet.model.Binding;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Links and attempts in a database. Thread-safe, and shared by many processes. */
public final class JdbcLinkStore implements LinkStore {
    private static final String ATTEMPT =
            "SELECT attempt_key, reference, provider, customer_reference, content, ends_at"
                    + " FROM dompet_bind_attempt WHERE ";
    private static final String BINDING =
            "SELECT id, provider, wallet, customer_reference, bound_at FROM dompet_binding"
                    + " WHERE ended_at IS NULL AND ";

    static final String OF_CUSTOMER = BINDING + "customer_reference = ? ORDER BY bound_at, id";
    static final String ATTEMPT_OF = ATTEMPT + "reference = ? ORDER BY ends_at DESC";

    private final Database database;

    /** On this database, whose tables exist. */
    public JdbcLinkStore(Database database) {
        this.database = database;
    }

    @Override
    public void save(AttemptRow attempt) {
        String sql =
                "INSERT INTO dompet_bind_attempt (attempt_key, reference, provider,"
                        + " customer_reference, content, ends_at) VALUES (?, ?, ?, ?, ?, ?)";
        int unused =
                database.statement(
                        "write down an attempt to link",
                        connection -> {
                            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                                statement.setString(1, attempt.key());
                                statement.setString(2, attempt.reference());
                                statement.setString(3, attempt.provider().value());
                                statement.setString(4, attempt.customerReference());
                                statement.setString(5, attempt.content());
                                Times.set(statement, 6, attempt.until());
                                return statement.executeUpdate();
                            }
                        });
    }

    @Override
    public Optional<AttemptRow> attempt(String key) {
        return attempts(ATTEMPT + "attempt_key = ?", key);
    }

    @Override
    public Optional<AttemptRow> attemptOf(String reference) {
        return attempts(ATTEMPT_OF, reference);
    }

    private Optional<AttemptRow> attempts(String sql, String value) {
        return database.statement(
                "read an attempt to link",
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        statement.setString(1, value);
                        try (ResultSet row = statement.executeQuery()) {
                            return row.next() ? Optional.of(attempt(row)) : Optional.empty();
                        }
                    }
                });
    }

    private static AttemptRow attempt(ResultSet row) throws SQLException {
        return new AttemptRow(
                row.getString("attempt_key"),
                row.getString("reference"),
                new ProviderId(row.getString("provider")),
                row.getString("customer_reference"),
                row.getString("content"),
                Times.get(row, "ends_at"));
    }

    @Override
    public void bound(Binding binding, String attemptKey) {
        String sql =
                database.dialect()
                        .insertUnlessThere(
                                "INSERT INTO dompet_binding (id, provider, wallet,"
                                        + " customer_reference, bound_at) VALUES (?, ?, ?, ?, ?)");
        int unused =
                database.transaction(
                        "write down a link",
                        connection -> {
                            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                                statement.setString(1, binding.id());
                                statement.setString(2, binding.provider().value());
                                statement.setString(3, binding.wallet().code());
                                statement.setString(4, binding.customerReference());
                                Times.set(statement, 5, binding.boundAt());
                                boolean unusedToo = Database.insert(statement);
                            }
                            return remove(connection, attemptKey);
                        });
    }

    @Override
    public void forget(String attemptKey) {
        int unused =
                database.statement(
                        "forget an attempt to link", connection -> remove(connection, attemptKey));
    }

    private static int remove(Connection connection, String attemptKey) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "DELETE FROM dompet_bind_attempt WHERE attempt_key = ?")) {
            statement.setString(1, attemptKey);
            return statement.executeUpdate();
        }
    }

    @Override
    public List<Binding> bindingsOf(String customerReference) {
        return bindings(OF_CUSTOMER, customerReference);
    }

    @Override
    public Optional<Binding> binding(String id) {
        return bindings(BINDING + "id = ?", id).stream().findFirst();
    }

    private List<Binding> bindings(String sql, String value) {
        return database.statement(
                "read links",
                connection -> {
                    List<Binding> found = new ArrayList<>();
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        statement.setString(1, value);
                        try (ResultSet row = statement.executeQuery()) {
                            while (row.next()) {
                                found.add(binding(row));
                            }
                        }
                    }
                    return List.copyOf(found);
                });
    }

    private static Binding binding(ResultSet row) throws SQLException {
        return new Binding(
                row.getString("id"),
                new ProviderId(row.getString("provider")),
                new Wallet(row.getString("wallet")),
                row.getString("customer_reference"),
                Times.get(row, "bound_at"));
    }

    @Override
    public boolean knows(String bindingId) {
        return exists("id = ?", bindingId);
    }

    @Override
    public boolean hasEnded(String bindingId) {
        return exists("id = ? AND ended_at IS NOT NULL", bindingId);
    }

    private boolean exists(String where, String bindingId) {
        return database.statement(
                "read a link",
                connection -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement(
                                    "SELECT 1 FROM dompet_binding WHERE " + where)) {
                        statement.setString(1, bindingId);
                        try (ResultSet row = statement.executeQuery()) {
                            return row.next();
                        }
                    }
                });
    }

    @Override
    public void ended(String bindingId, Instant at) {
        int unused =
                database.statement(
                        "write down the end of a link",
                        connection -> {
                            try (PreparedStatement statement =
                                    connection.prepareStatement(
                                            "UPDATE dompet_binding SET ended_at = ?"
                                                    + " WHERE id = ? AND ended_at IS NULL")) {
                                Times.set(statement, 1, at);
                                statement.setString(2, bindingId);
                                return statement.executeUpdate();
                            }
                        });
    }

    @Override
    public Set<ProviderId> providersInUse() {
        String sql =
                "SELECT provider FROM dompet_binding WHERE ended_at IS NULL"
                        + " UNION SELECT provider FROM dompet_payment WHERE next_question_at > "
                        + Times.LONG_AGO
                        + " UNION SELECT provider FROM dompet_refund WHERE next_question_at > "
                        + Times.LONG_AGO
                        + " UNION SELECT provider FROM dompet_bind_attempt WHERE ends_at >"
                        + " CURRENT_TIMESTAMP";
        return database.statement(
                "read which providers are in use",
                connection -> {
                    Set<ProviderId> found = new LinkedHashSet<>();
                    try (Statement statement = connection.createStatement();
                            ResultSet row = statement.executeQuery(sql)) {
                        while (row.next()) {
                            boolean unused = found.add(new ProviderId(row.getString(1)));
                        }
                    }
                    return Set.copyOf(found);
                });
    }

    @Override
    public int purgeAttempts(Instant endedBefore) {
        return database.statement(
                "purge attempts to link",
                connection -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement(
                                    "DELETE FROM dompet_bind_attempt WHERE ends_at < ?")) {
                        Times.set(statement, 1, endedBefore);
                        return statement.executeUpdate();
                    }
                });
    }
}
