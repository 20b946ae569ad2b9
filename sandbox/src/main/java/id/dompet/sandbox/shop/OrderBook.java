package id.dompet.sandbox.shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The shop's own tables, beside the ledger's in the same database. Thread-safe. */
final class OrderBook {
    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource database;

    OrderBook(DataSource database) {
        this.database = database;
        change(
                """
                CREATE TABLE IF NOT EXISTS shop_order (
                  reference VARCHAR(32) PRIMARY KEY,
                  customer VARCHAR(64) NOT NULL,
                  item VARCHAR(32) NOT NULL,
                  placed_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                  status VARCHAR(16) NOT NULL)
                """);
        change(
                """
                CREATE TABLE IF NOT EXISTS shop_event (
                  reference VARCHAR(32) NOT NULL,
                  number BIGINT NOT NULL,
                  at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                  words VARCHAR(500) NOT NULL,
                  PRIMARY KEY (reference, number))
                """);
    }

    /** Writes an order down, unless there is one of this reference; the one there is. */
    Order place(Order order) {
        addOnce(
                """
                INSERT INTO shop_order (reference, customer, item, placed_at, status)
                VALUES (?, ?, ?, ?, ?)
                """,
                order.reference(),
                order.customer(),
                order.item().id(),
                order.placedAt(),
                order.status().name());
        return find(order.reference()).orElseThrow();
    }

    Optional<Order> find(String reference) {
        return orders("WHERE reference = ?", reference).stream().findFirst();
    }

    /** A customer's orders, newest first. */
    List<Order> of(String customer) {
        return orders("WHERE customer = ? ORDER BY placed_at DESC LIMIT 50", customer);
    }

    /** Moves an order on; events come at least once, so this may be the second time. */
    void move(String reference, Order.Status to) {
        change(
                "UPDATE shop_order SET status = ? WHERE reference = ? AND status <> ?",
                to.name(),
                reference,
                to.name());
    }

    /** Remembers an event, once. */
    void happened(String reference, Order.Event event) {
        addOnce(
                "INSERT INTO shop_event (reference, number, at, words) VALUES (?, ?, ?, ?)",
                reference,
                event.number(),
                event.at(),
                event.words());
    }

    /** What happened to an order, in order. */
    List<Order.Event> events(String reference) {
        return read(
                "SELECT number, at, words FROM shop_event WHERE reference = ? ORDER BY number",
                row ->
                        new Order.Event(
                                row.getLong(1), row.getObject(2, Instant.class), row.getString(3)),
                reference);
    }

    private List<Order> orders(String which, String value) {
        return read(
                "SELECT reference, customer, item, placed_at, status FROM shop_order " + which,
                row ->
                        new Order(
                                row.getString(1),
                                row.getString(2),
                                Item.of(row.getString(3)).orElseThrow(),
                                row.getObject(4, Instant.class),
                                Order.Status.valueOf(row.getString(5))),
                value);
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String sql, Reader<T> reader, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = filled(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the shop's database cannot be read", e);
        }
    }

    /** Adds a row, unless it is there; MERGE would fail for one of two that do so at once. */
    private void addOnce(String sql, Object... values) {
        try {
            execute(sql, values);
        } catch (SQLException e) {
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw new IllegalStateException("the shop's database cannot be written", e);
            }
        }
    }

    private void change(String sql, Object... values) {
        try {
            execute(sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException("the shop's database cannot be written", e);
        }
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = filled(connection, sql, values)) {
            int unused = statement.executeUpdate();
        }
    }

    private static PreparedStatement filled(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
