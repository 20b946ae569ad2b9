package id.dompet.ledger.jdbc;

import id.dompet.ledger.Alert;
import id.dompet.ledger.PaymentState;
import id.dompet.ledger.store.EventRow;
import id.dompet.ledger.store.PaymentRow;
import id.dompet.model.Money;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.Optional;

/** Between rows of tables and rows of the ledger. */
final class PaymentRows {
    static final String COLUMNS =
            "reference, provider, wallet, customer_reference, amount, currency, fingerprint,"
                    + " content, state, outcome, version, created_at, sent_at, changed_at,"
                    + " next_question_at, questions, missing_since";
    static final String INSERT =
            "INSERT INTO dompet_payment ("
                    + COLUMNS
                    + ", event_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)";
    static final String UPDATE =
            "UPDATE dompet_payment SET content = ?, state = ?, outcome = ?, version = ?,"
                    + " created_at = ?, sent_at = ?, changed_at = ?, next_question_at = ?,"
                    + " questions = ?, missing_since = ?, event_count = event_count + ?,"
                    + " lease_until = NULL WHERE reference = ? AND version = ?";

    private PaymentRows() {}

    static void forInsert(PreparedStatement statement, PaymentRow row) throws SQLException {
        statement.setString(1, row.reference());
        statement.setString(2, row.provider().value());
        statement.setString(3, row.wallet().code());
        statement.setString(4, row.customerReference());
        statement.setBigDecimal(5, row.amount().amount());
        statement.setString(6, row.amount().currency().getCurrencyCode());
        statement.setString(7, row.fingerprint());
        statement.setString(8, row.content());
        statement.setString(9, row.state().name());
        statement.setString(10, row.outcome().orElse(null));
        statement.setLong(11, row.version());
        Times.set(statement, 12, row.createdAt());
        Times.set(statement, 13, row.sentAt());
        Times.set(statement, 14, row.changedAt());
        Times.set(statement, 15, row.nextQuestionAt());
        statement.setInt(16, row.questions());
        Times.set(statement, 17, row.missingSince());
    }

    static void forUpdate(PreparedStatement statement, PaymentRow next, int events)
            throws SQLException {
        statement.setString(1, next.content());
        statement.setString(2, next.state().name());
        statement.setString(3, next.outcome().orElse(null));
        statement.setLong(4, next.version());
        Times.set(statement, 5, next.createdAt());
        Times.set(statement, 6, next.sentAt());
        Times.set(statement, 7, next.changedAt());
        Times.set(statement, 8, next.nextQuestionAt());
        statement.setInt(9, next.questions());
        Times.set(statement, 10, next.missingSince());
        statement.setInt(11, events);
        statement.setString(12, next.reference());
        statement.setLong(13, next.version() - 1);
    }

    static PaymentRow read(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount").stripTrailingZeros();
        return new PaymentRow(
                row.getString("reference"),
                new ProviderId(row.getString("provider")),
                new Wallet(row.getString("wallet")),
                row.getString("customer_reference"),
                new Money(amount, Currency.getInstance(row.getString("currency"))),
                row.getString("fingerprint"),
                row.getString("content"),
                PaymentState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("outcome")),
                row.getLong("version"),
                Times.get(row, "created_at"),
                Times.get(row, "sent_at"),
                Times.get(row, "changed_at"),
                Times.getOptional(row, "next_question_at"),
                row.getInt("questions"),
                Times.getOptional(row, "missing_since"));
    }

    static EventRow readEvent(ResultSet row) throws SQLException {
        return new EventRow(
                row.getString("reference"),
                row.getLong("number"),
                Optional.ofNullable(row.getString("refund")),
                row.getString("state"),
                Optional.ofNullable(row.getString("outcome")),
                Optional.ofNullable(row.getString("alert")).map(Alert::valueOf),
                Times.get(row, "written_at"),
                row.getInt("attempts"));
    }
}
