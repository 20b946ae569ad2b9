package id.dompet.ledger.jdbc;

import id.dompet.ledger.store.EventRow;
import id.dompet.ledger.store.NotificationKey;
import id.dompet.ledger.store.PaymentRow;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.model.ProviderId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Payments in a database. Thread-safe, and shared by many processes. */
public final class JdbcPaymentStore implements PaymentStore {
    static final String FIND =
            "SELECT " + PaymentRows.COLUMNS + " FROM dompet_payment WHERE reference = ?";

    static final Due<PaymentRow> DUE =
            new Due<>(
                    "dompet_payment",
                    PaymentRows.COLUMNS,
                    PaymentRows::read,
                    PaymentRow::reference);

    private final Database database;
    private final Events events = new Events();

    /** On this database, whose tables exist. */
    public JdbcPaymentStore(Database database) {
        this.database = database;
    }

    @Override
    public Instant now() {
        return database.transaction("read the clock", Database::clock);
    }

    @Override
    public Inserted insert(PaymentRow fresh) {
        return database.transaction(
                "write down payment " + fresh.reference(),
                connection -> {
                    String sql = database.dialect().insertUnlessThere(PaymentRows.INSERT);
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        PaymentRows.forInsert(statement, fresh);
                        if (Database.insert(statement)) {
                            return new Inserted(fresh, true);
                        }
                    }
                    return new Inserted(
                            find(connection, fresh.reference())
                                    .orElseThrow(
                                            () ->
                                                    new SQLException(
                                                            "the payment was there and is gone",
                                                            "40001")),
                            false);
                });
    }

    @Override
    public Optional<PaymentRow> find(String reference) {
        return database.transaction(
                "read payment " + reference, connection -> find(connection, reference));
    }

    private static Optional<PaymentRow> find(Connection connection, String reference)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, reference);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(PaymentRows.read(row)) : Optional.empty();
            }
        }
    }

    @Override
    public Written update(PaymentRow next, List<EventRow> added, Optional<NotificationKey> cause) {
        return database.transaction(
                "update payment " + next.reference(),
                connection -> {
                    if (cause.isPresent() && !remember(connection, cause.get())) {
                        connection.rollback();
                        return Written.DUPLICATE;
                    }
                    try (PreparedStatement statement =
                            connection.prepareStatement(PaymentRows.UPDATE)) {
                        PaymentRows.forUpdate(statement, next, added.size());
                        if (statement.executeUpdate() == 0) {
                            connection.rollback();
                            return Written.STALE;
                        }
                    }
                    events.append(connection, next.reference(), added);
                    return Written.WRITTEN;
                });
    }

    @Override
    public boolean applied(NotificationKey notification) {
        return database.transaction(
                "remember a notification", connection -> remember(connection, notification));
    }

    private boolean remember(Connection connection, NotificationKey key) throws SQLException {
        String sql =
                database.dialect()
                        .insertUnlessThere(
                                "INSERT INTO dompet_notification (provider, event, applied_at)"
                                        + " VALUES (?, ?, CURRENT_TIMESTAMP)");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key.provider().value());
            statement.setString(2, key.event());
            return Database.insert(statement);
        }
    }

    @Override
    public List<PaymentRow> claimDue(ProviderId provider, Instant now, int limit, Duration lease) {
        return database.transaction(
                "claim payments", connection -> DUE.claim(connection, provider, now, limit, lease));
    }

    @Override
    public List<EventRow> claimEvents(Instant now, int limit, Duration lease) {
        return database.transaction(
                "claim events", connection -> events.claim(connection, now, limit, lease));
    }

    @Override
    public void delivered(EventRow event) {
        int unused =
                database.transaction(
                        "mark an event as delivered",
                        connection -> events.remove(connection, event));
    }

    @Override
    public void failed(EventRow event, Instant nextAttemptAt) {
        int unused =
                database.transaction(
                        "put off an event",
                        connection -> events.putOff(connection, event, nextAttemptAt));
    }

    @Override
    public Backlog backlog() {
        return database.transaction("count what is open", Retention::backlog);
    }

    @Override
    public int purge(Instant changedBefore, int limit) {
        return database.transaction(
                "purge closed payments",
                connection -> Retention.purge(connection, changedBefore, limit));
    }
}
