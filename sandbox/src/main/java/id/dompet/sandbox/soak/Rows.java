package id.dompet.sandbox.soak;

import id.dompet.ledger.PaymentState;
import id.dompet.ledger.RefundState;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the database says, read without the ledger.
 *
 * @param payments by their references
 * @param refunds by the references of their payments
 * @param links every link there ever was
 * @param providers how many providers were paid through
 */
record Rows(
        Map<String, PaymentRow> payments,
        Map<String, List<RefundRow>> refunds,
        Set<LinkDesk.Link> links,
        int providers) {
    /**
     * A payment.
     *
     * @param state how it stands
     * @param rupiah its amount
     * @param undelivered events that the handler has not taken
     */
    record PaymentRow(PaymentState state, BigDecimal rupiah, long undelivered) {}

    /**
     * A refund.
     *
     * @param reference its own
     * @param state how it stands
     * @param rupiah its amount
     */
    record RefundRow(String reference, RefundState state, BigDecimal rupiah) {}

    static Rows of(Connection connection) throws SQLException {
        return new Rows(
                payments(connection),
                refunds(connection),
                links(connection),
                providers(connection));
    }

    private static Map<String, PaymentRow> payments(Connection connection) throws SQLException {
        Map<String, PaymentRow> rows = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT p.reference, p.state, p.amount,"
                                        + " (SELECT COUNT(*) FROM dompet_event e"
                                        + " WHERE e.reference = p.reference)"
                                        + " FROM dompet_payment p ORDER BY p.reference")) {
            while (row.next()) {
                rows.put(
                        row.getString(1),
                        new PaymentRow(
                                PaymentState.valueOf(row.getString(2)),
                                row.getBigDecimal(3),
                                row.getLong(4)));
            }
        }
        return rows;
    }

    private static int providers(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT COUNT(DISTINCT provider) FROM dompet_payment")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private static Map<String, List<RefundRow>> refunds(Connection connection) throws SQLException {
        Map<String, List<RefundRow>> rows = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT payment, reference, state, amount FROM dompet_refund")) {
            while (row.next()) {
                rows.computeIfAbsent(row.getString(1), unused -> new ArrayList<>())
                        .add(
                                new RefundRow(
                                        row.getString(2),
                                        RefundState.valueOf(row.getString(3)),
                                        row.getBigDecimal(4)));
            }
        }
        return rows;
    }

    private static Set<LinkDesk.Link> links(Connection connection) throws SQLException {
        Set<LinkDesk.Link> links = new LinkedHashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT customer_reference, provider, wallet FROM"
                                        + " dompet_binding")) {
            while (row.next()) {
                boolean unused =
                        links.add(
                                new LinkDesk.Link(
                                        row.getString(1), row.getString(2), row.getString(3)));
            }
        }
        return links;
    }
}
