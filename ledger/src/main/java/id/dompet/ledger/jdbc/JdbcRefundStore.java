package id.dompet.ledger.jdbc;

import id.dompet.ledger.RefundState;
import id.dompet.ledger.store.EventRow;
import id.dompet.ledger.store.PaymentStore.Written;
import id.dompet.ledger.store.RefundRow;
import id.dompet.ledger.store.RefundStore;
import id.dompet.model.Money;
import id.dompet.model.ProviderId;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Refunds in a database. Thread-safe, and shared by many processes. */
public final class JdbcRefundStore implements RefundStore {
    private static final String SELECT =
            "SELECT " + RefundRows.COLUMNS + " FROM dompet_refund WHERE ";
    static final String FIND = SELECT + "reference = ?";
    static final String OF_PAYMENT = SELECT + "payment = ? ORDER BY created_at, reference";
    static final Due<RefundRow> DUE =
            new Due<>("dompet_refund", RefundRows.COLUMNS, RefundRows::read, RefundRow::reference);

    private final Database database;
    private final Events events = new Events();

    /** On this database, whose tables exist. */
    public JdbcRefundStore(Database database) {
        this.database = database;
    }

    @Override
    public Reserved reserve(RefundRow fresh) {
        return database.transaction(
                "write down refund " + fresh.reference(),
                connection -> {
                    BigDecimal paid = lockPayment(connection, fresh.payment());
                    Optional<RefundRow> known = find(connection, fresh.reference());
                    if (known.isPresent() && !mayBeSentAgain(known.get(), fresh)) {
                        return new Reserved.Known(known.get());
                    }
                    BigDecimal left = paid.subtract(spent(connection, fresh.payment()));
                    if (fresh.amount().amount().compareTo(left) > 0) {
                        return new Reserved.TooMuch(money(left, fresh));
                    }
                    return write(connection, fresh, known.isPresent());
                });
    }

    private static boolean mayBeSentAgain(RefundRow known, RefundRow fresh) {
        return known.state() == RefundState.NOT_SENT
                && known.version() + 1 == fresh.version()
                && known.payment().equals(fresh.payment());
    }

    private static Money money(BigDecimal left, RefundRow fresh) {
        return new Money(left.max(BigDecimal.ZERO).stripTrailingZeros(), fresh.amount().currency());
    }

    /** Whoever refunds of one payment waits here: what is left is counted by one at a time. */
    private static BigDecimal lockPayment(Connection connection, String payment)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT amount FROM dompet_payment WHERE reference = ? FOR UPDATE")) {
            statement.setString(1, payment);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("payment " + payment + " is gone");
                }
                return row.getBigDecimal(1);
            }
        }
    }

    private static BigDecimal spent(Connection connection, String payment) throws SQLException {
        return of(connection, payment).stream()
                .filter(refund -> refund.state().isSpent())
                .map(refund -> refund.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Reserved write(Connection connection, RefundRow fresh, boolean again)
            throws SQLException {
        if (again) {
            try (PreparedStatement statement = connection.prepareStatement(RefundRows.UPDATE)) {
                RefundRows.forUpdate(statement, fresh);
                if (statement.executeUpdate() == 1) {
                    return new Reserved.Written(fresh);
                }
            }
        } else {
            String sql = database.dialect().insertUnlessThere(RefundRows.INSERT);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                RefundRows.forInsert(statement, fresh);
                if (Database.insert(statement)) {
                    return new Reserved.Written(fresh);
                }
            }
        }
        // A refund of another payment took the reference at this moment.
        return new Reserved.Known(
                find(connection, fresh.reference())
                        .orElseThrow(
                                () ->
                                        new SQLException(
                                                "the refund was there and is gone", "40001")));
    }

    @Override
    public Optional<RefundRow> find(String reference) {
        return database.statement(
                "read refund " + reference, connection -> find(connection, reference));
    }

    private static Optional<RefundRow> find(Connection connection, String reference)
            throws SQLException {
        return select(connection, FIND, reference).stream().findFirst();
    }

    @Override
    public List<RefundRow> of(String payment) {
        return database.statement(
                "read the refunds of " + payment, connection -> of(connection, payment));
    }

    private static List<RefundRow> of(Connection connection, String payment) throws SQLException {
        return select(connection, OF_PAYMENT, payment);
    }

    private static List<RefundRow> select(Connection connection, String sql, String value)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            List<RefundRow> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(RefundRows.read(row));
                }
            }
            return List.copyOf(found);
        }
    }

    @Override
    public Written update(RefundRow next, List<EventRow> added) {
        return database.transaction(
                "update refund " + next.reference(),
                connection -> {
                    // The payment's row first, as reserve does: two orders of locks would deadlock.
                    events.makeRoom(connection, next.payment(), added.size());
                    try (PreparedStatement statement =
                            connection.prepareStatement(RefundRows.UPDATE)) {
                        RefundRows.forUpdate(statement, next);
                        if (statement.executeUpdate() == 0) {
                            connection.rollback();
                            return Written.STALE;
                        }
                    }
                    events.append(connection, next.payment(), added);
                    return Written.WRITTEN;
                });
    }

    @Override
    public List<RefundRow> claimDue(ProviderId provider, Instant now, int limit, Duration lease) {
        return DUE.claim(database, provider, now, limit, lease);
    }
}
