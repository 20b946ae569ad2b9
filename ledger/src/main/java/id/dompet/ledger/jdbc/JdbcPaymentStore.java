package id.dompet.ledger.jdbc;

import id.dompet.ledger.store.EventRow;
import id.dompet.ledger.store.NotificationKey;
import id.dompet.ledger.store.PaymentRow;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.ledger.store.StoreException;
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

    private static final int TRIES = 5;

    private final Database database;
    private final Events events = new Events();

    /** On this database, whose tables exist. */
    public JdbcPaymentStore(Database database) {
        this.database = database;
    }

    @Override
    public Instant now() {
        return database.statement("read the clock", Database::clock);
    }

    @Override
    public Inserted insert(PaymentRow fresh) {
        for (int i = 0; i < TRIES; i++) {
            if (isInserted(fresh)) {
                return new Inserted(fresh, true);
            }
            Optional<PaymentRow> known = find(fresh.reference());
            if (known.isPresent()) {
                return new Inserted(known.get(), false);
            }
            // Purged meanwhile.
        }
        throw new StoreException(
                "payment " + fresh.reference() + " is in the way of itself and cannot be read",
                new SQLException("a row that cannot be inserted is not found either"));
    }

    private boolean isInserted(PaymentRow fresh) {
        String sql = database.dialect().insertUnlessThere(PaymentRows.INSERT);
        return database.statement(
                "write down payment " + fresh.reference(),
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        PaymentRows.forInsert(statement, fresh);
                        return Database.insert(statement);
                    }
                });
    }

    @Override
    public Optional<PaymentRow> find(String reference) {
        return database.statement(
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
        return database.statement(
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
        return DUE.claim(database, provider, now, limit, lease);
    }

    @Override
    public List<EventRow> claimEvents(Instant now, int limit, Duration lease) {
        return events.claim(database, now, limit, lease);
    }

    @Override
    public void delivered(EventRow event) {
        int unused =
                database.statement(
                        "mark an event as delivered",
                        connection -> events.remove(connection, event));
    }

    @Override
    public void failed(EventRow event, Instant nextAttemptAt) {
        int unused =
                database.statement(
                        "put off an event",
                        connection -> events.putOff(connection, event, nextAttemptAt));
    }

    @Override
    public Backlog backlog() {
        return database.statement("count what is open", Retention::backlog);
    }

    @Override
    public int purge(Instant changedBefore, int limit) {
        return Retention.purge(database, changedBefore, limit);
    }
}
