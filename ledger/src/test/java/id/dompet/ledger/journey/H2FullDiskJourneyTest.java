package id.dompet.ledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.ledger.jdbc.FullDisk;
import id.dompet.ledger.jdbc.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2FullDiskJourneyTest extends FullDiskJourney {
    @TempDir Path folder;

    @Override
    DataSource source() {
        return TestDatabase.h2OnFullDisk(folder);
    }

    @Override
    void fill(DataSource database) {
        FullDisk.full(true);
    }

    @Override
    void free() {
        FullDisk.full(false);
    }

    /**
     * H2 closes a database that it cannot write to, and the pool opens it again, with a delay of
     * half a second before anything is written. A copy of the file is what a crash would leave.
     */
    @Test
    void whatIsCommittedAfterwardsIsInTheFileAtOnce() throws Exception {
        nothingIsSentWhileNothingCanBeWrittenDown();
        for (int crash = 1; crash <= 5; crash++) {
            String reference =
                    shop.ledger
                            .pay(shop.payment(payment.binding().orElseThrow(), 1_000))
                            .payment()
                            .reference();
            Path copy = folder.resolve("crash" + crash);
            Path unused =
                    Files.copy(
                            folder.resolve("ledger.mv.db"),
                            folder.resolve(copy.getFileName() + ".mv.db"));
            try (Connection connection =
                            DriverManager.getConnection("jdbc:h2:file:" + copy, "sa", "");
                    PreparedStatement statement =
                            connection.prepareStatement(
                                    "SELECT state FROM dompet_payment WHERE reference = ?")) {
                statement.setString(1, reference);
                try (ResultSet row = statement.executeQuery()) {
                    assertThat(row.next()).as(reference + " in copy " + crash).isTrue();
                    assertThat(row.getString(1)).isEqualTo("AWAITING_CUSTOMER");
                }
            }
        }
        shop.later(Duration.ofMinutes(10));
    }
}
