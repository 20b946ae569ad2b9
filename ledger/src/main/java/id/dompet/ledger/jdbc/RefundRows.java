package id.dompet.ledger.jdbc;

import id.dompet.ledger.RefundState;
import id.dompet.ledger.store.RefundRow;
import id.dompet.model.Money;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.Optional;

/** Between rows of the table of refunds and rows of the ledger. */
final class RefundRows {
    static final String COLUMNS =
            "reference, payment, provider, wallet, amount, currency, fingerprint, content, state,"
                    + " outcome, version, created_at, sent_at, changed_at, next_question_at,"
                    + " questions, missing_since";
    static final String INSERT =
            "INSERT INTO dompet_refund ("
                    + COLUMNS
                    + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    static final String UPDATE =
            "UPDATE dompet_refund SET content = ?, state = ?, outcome = ?, version = ?,"
                    + " created_at = ?, sent_at = ?, changed_at = ?, next_question_at = ?,"
                    + " questions = ?, missing_since = ?, lease_until = NULL"
                    + " WHERE reference = ? AND version = ?";

    private RefundRows() {}

    static void forInsert(PreparedStatement statement, RefundRow row) throws SQLException {
        statement.setString(1, row.reference());
        statement.setString(2, row.payment());
        statement.setString(3, row.provider().value());
        statement.setString(4, row.wallet().code());
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

    static void forUpdate(PreparedStatement statement, RefundRow next) throws SQLException {
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
        statement.setString(11, next.reference());
        statement.setLong(12, next.version() - 1);
    }

    static RefundRow read(ResultSet row) throws SQLException {
        return new RefundRow(
                row.getString("reference"),
                row.getString("payment"),
                new ProviderId(row.getString("provider")),
                new Wallet(row.getString("wallet")),
                new Money(
                        row.getBigDecimal("amount").stripTrailingZeros(),
                        Currency.getInstance(row.getString("currency"))),
                row.getString("fingerprint"),
                row.getString("content"),
                RefundState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("outcome")),
                row.getLong("version"),
                Times.get(row, "created_at"),
                Times.get(row, "sent_at"),
                Times.get(row, "changed_at"),
                Times.getOptional(row, "next_question_at"),
                row.getInt("questions"),
                Times.getOptional(row, "missing_since"));
    }
}
