package id.dompet.ledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.ledger.PaymentState;
import id.dompet.ledger.jdbc.TestDatabase;
import id.dompet.model.DompetException;
import id.dompet.model.Payment;
import id.dompet.testkit.doku.DokuOperation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgreSqlOutageJourneyTest extends OutageJourney {
    @Override
    DataSource source() {
        return TestDatabase.postgresql();
    }

    /** A server that was made read-only, as a standby after a failover is. */
    @Test
    void aDatabaseThatIsReadOnlyStopsEverythingBeforeItIsSent() throws SQLException {
        DataSource source = TestDatabase.postgresql();
        try (DokuShop shop = DokuShop.open(source)) {
            Payment payment = shop.payment(shop.link(), 25_000);
            readOnly(source, "on");
            assertThatThrownBy(() -> shop.ledger.pay(payment))
                    .isInstanceOf(DompetException.Unavailable.class)
                    .hasStackTraceContaining("read-only");
            assertThat(shop.doku.journal().count(DokuOperation.PAYMENT)).isZero();
            readOnly(source, "off");
            assertThat(shop.ledger.pay(payment).state()).isEqualTo(PaymentState.AWAITING_CUSTOMER);
        }
    }

    private static void readOnly(DataSource source, String value) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            boolean unused = statement.execute("SET default_transaction_read_only = off");
            String name = connection.getCatalog();
            unused =
                    statement.execute(
                            "ALTER DATABASE %s SET default_transaction_read_only = %s"
                                    .formatted(name, value));
        }
    }
}
