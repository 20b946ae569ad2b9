package id.dompet.sandbox.soak;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** H2 in a file, which one process opens at a time. */
record H2File(Path folder) implements SoakDatabase {
    @Override
    public String url() {
        return "jdbc:h2:file:" + folder.resolve("ledger");
    }

    @Override
    public String user() {
        return "sa";
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), user(), "");
    }

    /** Its folder is deleted by whoever made it. */
    @Override
    public void close() {}
}
