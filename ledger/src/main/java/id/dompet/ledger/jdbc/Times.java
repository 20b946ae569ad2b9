package id.dompet.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times in columns and parameters. */
final class Times {
    /** Before every time that is ever written: what is later is not NULL, and an index knows it. */
    static final String LONG_AGO = "TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00'";

    private Times() {}

    static void set(PreparedStatement statement, int index, Instant time) throws SQLException {
        statement.setObject(index, OffsetDateTime.ofInstant(time, ZoneOffset.UTC));
    }

    static void set(PreparedStatement statement, int index, Optional<Instant> time)
            throws SQLException {
        @Nullable OffsetDateTime value =
                time.map(at -> OffsetDateTime.ofInstant(at, ZoneOffset.UTC)).orElse(null);
        statement.setObject(index, value, java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
    }

    static Instant get(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> getOptional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
