package id.dompet.ledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.ledger.LedgerPayment;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Wallet;
import id.dompet.testkit.doku.DokuChannel;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Whoever steals a dump of the database learns nothing that takes money or names a person. */
abstract class DumpJourney {
    private static final List<String> TABLES =
            List.of("payment", "refund", "event", "binding", "bind_attempt", "credential", "lease");

    abstract DataSource source();

    @Test
    void aDumpHoldsNoCredentialNoPersonAndNoPage() throws SQLException {
        DataSource source = source();
        try (DokuShop shop = DokuShop.open(source)) {
            Binding binding = shop.link();
            var open =
                    (BindOutcome.AwaitingCustomer)
                            shop.ledger.bind(
                                    new BindRequest(
                                            "link-open",
                                            new Wallet("CIMB"),
                                            Backend.BUDI,
                                            Backend.RETURN));
            Payment payment = shop.payment(binding, 25_000);
            LedgerPayment paying = shop.ledger.pay(payment);
            var page = (PaymentOutcome.AwaitingCustomer) paying.outcome().orElseThrow();
            String dump = dump(source);
            assertThat(dump)
                    .as("the dump holds what it must")
                    .contains(payment.reference(), binding.id(), "link-open");
            List<String> codes =
                    shop.doku.authCodes(shop.doku.wallet(DokuChannel.OVO, "081234567890"));
            assertThat(codes).isNotEmpty();
            Stream.concat(
                            Stream.of(
                                    Backend.BUDI.name(),
                                    Backend.BUDI.email(),
                                    Backend.BUDI.phone().international(),
                                    "81234567890",
                                    page.action().toString(),
                                    page.action().getQuery() == null
                                            ? page.action().getPath()
                                            : page.action().getQuery(),
                                    open.action().toString(),
                                    open.attempt().nonce(),
                                    payment.description()),
                            codes.stream())
                    .forEach(
                            secret ->
                                    assertThat(dump)
                                            .doesNotContain(secret.toLowerCase(Locale.ROOT))
                                            .doesNotContain(secret));
        }
    }

    /** Every column of every row. */
    private static String dump(DataSource source) throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet row = statement.executeQuery("SELECT * FROM dompet_" + table)) {
                    while (row.next()) {
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            all.append(row.getString(i)).append('\n');
                        }
                    }
                }
            }
        }
        return all.toString();
    }
}
