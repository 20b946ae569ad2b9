package id.dompet.sandbox.soak;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A database that the workers share. */
interface SoakDatabase extends AutoCloseable {
    /**
     * A new one.
     *
     * @param folder where its files go
     * @throws id.dompet.sandbox.cli.UserError if this machine cannot run it
     */
    static SoakDatabase open(SoakPlan.DatabaseKind kind, Path folder) {
        return switch (kind) {
            case H2 -> new H2File(folder);
            case POSTGRES -> PostgresServer.start(folder);
        };
    }

    /** What workers connect to, in JDBC's form. */
    String url();

    /** Who connects, without a password. */
    String user();

    /** For the parent, when no worker runs. */
    Connection connect() throws SQLException;

    @Override
    void close();
}
