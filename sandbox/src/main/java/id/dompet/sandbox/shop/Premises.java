package id.dompet.sandbox.shop;

import id.dompet.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.h2.jdbcx.JdbcConnectionPool;

/** The shop's folder: a database, and the key to what is encrypted in it. */
record Premises(JdbcConnectionPool database, Secret key) {
    private static final int KEY_BYTES = 32;

    /** What is in a folder; made if it is missing. */
    static Premises in(Path folder) {
        try {
            Path home = Files.createDirectories(folder.toAbsolutePath());
            // H2 itself would close it as soon as the process is told to end.
            String url = "jdbc:h2:file:" + home.resolve("shop") + ";DB_CLOSE_ON_EXIT=FALSE";
            JdbcConnectionPool pool = JdbcConnectionPool.create(url, "sa", "");
            return new Premises(pool, key(home.resolve("ledger.key")));
        } catch (IOException e) {
            throw new IllegalStateException("The shop cannot use its folder " + folder + ".", e);
        }
    }

    /** For the owner of the folder only; a real merchant keeps it apart from the database. */
    private static Secret key(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            Files.createFile(file, ownerOnly(file));
            Files.writeString(file, Base64.getEncoder().encodeToString(key));
        }
        return Secret.of(Files.readString(file).strip());
    }

    private static FileAttribute<?>[] ownerOnly(Path file) throws IOException {
        boolean posix =
                Files.getFileStore(file.resolveSibling("")).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
