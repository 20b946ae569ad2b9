package id.dompet.sandbox.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for one run, deleted with it, also when the user interrupts the program. Thread-safe.
 */
public final class TemporaryFolder implements AutoCloseable {
    private final Path path;
    private final Thread atExit = new Thread(this::deleteQuietly, "temporary-folder");
    private volatile boolean kept;

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes a new one.
     *
     * @param prefix what its name begins with
     */
    public static TemporaryFolder create(String prefix) {
        try {
            TemporaryFolder folder = new TemporaryFolder(Files.createTempDirectory(prefix));
            Runtime.getRuntime().addShutdownHook(folder.atExit);
            return folder;
        } catch (IOException e) {
            throw UserError.failure(
                    "Cannot make a temporary folder: %s.".formatted(e.getMessage()), e);
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Leaves it for the user to look into. */
    public void keep() {
        kept = true;
    }

    @Override
    public void close() {
        boolean unused = Runtime.getRuntime().removeShutdownHook(atExit);
        try {
            delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteQuietly() {
        try {
            delete();
        } catch (IOException e) {
            // Somebody else is still writing there, and the process is ending.
            return;
        }
    }

    private void delete() throws IOException {
        if (kept || !Files.exists(path)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> found = Files.walk(path)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            boolean unused = Files.deleteIfExists(each);
        }
    }
}
