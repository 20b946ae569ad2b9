package id.dompet.sandbox.soak.worker;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import id.dompet.Dompet;
import id.dompet.DompetConfig;
import id.dompet.ledger.Ledger;
import id.dompet.ledger.LedgerDatabase;
import id.dompet.ledger.LedgerDatabase.Tables;
import id.dompet.ledger.crypt.EncryptionKeys;
import id.dompet.model.Binding;
import id.dompet.model.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Opens what a merchant's backend consists of. It is never closed: the process is killed. */
final class Backend {
    private static final int CONNECTIONS = 10;
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(100);

    private Backend() {}

    static Ledger open(
            WorkerSettings settings, DataSource pool, SoakClock clock, Fittings fittings) {
        DataSource source = fittings.database(pool);
        LedgerDatabase database =
                LedgerDatabase.open(
                        source,
                        EncryptionKeys.of("soak-1", Secret.of(settings.key())),
                        fittings.durability(),
                        Tables.CREATE);
        Dompet dompet =
                Dompet.builder(DompetConfig.of(settings.dompet()))
                        .credentials(database.credentials())
                        .mustServe(database.providersInUse())
                        .time(clock)
                        .open();
        Teller teller = new Teller(settings.told());
        return Ledger.builder(fittings.dompet(dompet), database)
                .handler(fittings.handler(teller::payment))
                .refundHandler(teller::refund)
                .time(clock)
                .interval(BETWEEN_ROUNDS)
                .leases(WorkerSettings.LEASE, WorkerSettings.LEASE)
                .open()
                .start();
    }

    static DataSource pool(WorkerSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.databaseUrl());
        config.setUsername(settings.databaseUser());
        config.setPassword("");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setPoolName("soak");
        return new HikariDataSource(config);
    }

    /** The customer's link for this way to pay, the newest if there are several. */
    static Optional<Binding> link(Ledger ledger, Buyer buyer, Way way) {
        Stream<Binding> fitting =
                ledger.bindings(buyer.reference()).stream()
                        .filter(binding -> binding.provider().equals(way.provider()))
                        .filter(binding -> binding.wallet().equals(way.wallet()));
        return fitting.reduce((older, newer) -> newer);
    }
}
