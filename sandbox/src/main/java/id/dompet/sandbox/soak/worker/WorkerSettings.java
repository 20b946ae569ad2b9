package id.dompet.sandbox.soak.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * What a worker is told, in a file.
 *
 * @param dompet the merchant's configuration
 * @param databaseUrl in JDBC's form
 * @param databaseUser who connects
 * @param key with which the ledger encrypts, 32 bytes in Base64
 * @param told where the handler tells what it was told
 * @param began when the soak's clock began
 */
public record WorkerSettings(
        Map<String, String> dompet,
        String databaseUrl,
        String databaseUser,
        String key,
        URI told,
        Instant began) {
    /** The whole time of a call; see {@link SoakClock}. */
    public static final Duration CALL_TIMEOUT = Duration.ofMillis(1500);

    /** How long, in real time, the work of a worker that was killed stays with it. */
    public static final Duration LEASE = Duration.ofSeconds(4);

    private static final String DOMPET = "dompet.";

    /** Copies the configuration. */
    public WorkerSettings {
        dompet = Map.copyOf(dompet);
    }

    /** Writes them to a file. */
    public void write(Path file) {
        Properties all = new Properties();
        all.putAll(dompet);
        all.setProperty("soak.database-url", databaseUrl);
        all.setProperty("soak.database-user", databaseUser);
        all.setProperty("soak.key", key);
        all.setProperty("soak.told", told.toString());
        all.setProperty("soak.began", began.toString());
        try (OutputStream out = Files.newOutputStream(file)) {
            all.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads them from a file. */
    public static WorkerSettings read(Path file) {
        Properties all = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            all.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> dompet = new LinkedHashMap<>();
        all.stringPropertyNames().stream()
                .filter(key -> key.startsWith(DOMPET))
                .forEach(key -> dompet.put(key, all.getProperty(key)));
        return new WorkerSettings(
                dompet,
                all.getProperty("soak.database-url", ""),
                all.getProperty("soak.database-user", ""),
                all.getProperty("soak.key", ""),
                URI.create(all.getProperty("soak.told", "")),
                Instant.parse(all.getProperty("soak.began", "")));
    }

    /** Without configuration and key. */
    @Override
    public String toString() {
        return "WorkerSettings[" + databaseUrl + "]";
    }
}
