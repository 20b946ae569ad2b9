package id.dompet.sandbox.console;

import id.dompet.sandbox.cli.UserError;
import id.dompet.sandbox.simulators.CredentialsFile;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The file from which {@code dompet trigger} and scripts learn where the sandbox runs, and the
 * token they need. Only its owner reads it.
 */
public final class RunningFile {
    /** Its name, in the folder of the credentials or in {@code ~/.dompet}. */
    public static final String NAME = "sandbox-running.properties";

    private final Path file;

    private RunningFile(Path file) {
        this.file = file;
    }

    /**
     * What it says.
     *
     * @param url the start page
     * @param token the script token
     */
    public record Running(URI url, String token) {
        /** Without the token. */
        @Override
        public String toString() {
            return "Running[" + url + "]";
        }
    }

    /** In this folder; in {@code ~/.dompet} when none is given. */
    public static RunningFile in(Optional<Path> folder) {
        Path where =
                folder.orElseGet(() -> Path.of(System.getProperty("user.home", "."), ".dompet"));
        return new RunningFile(where.toAbsolutePath().normalize().resolve(NAME));
    }

    /** Where it is. */
    public Path path() {
        return file;
    }

    /** Replaces it. */
    public void write(Running running) {
        CredentialsFile.write(file, List.of("url=" + running.url(), "token=" + running.token()));
    }

    /** Takes it away, if it still tells of this sandbox. */
    public void remove(Running running) {
        if (read().filter(running::equals).isPresent()) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw UserError.failure("The file " + file + " cannot be deleted.", e);
            }
        }
    }

    /** What it says; empty when there is none. */
    public Optional<Running> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
            return Optional.of(
                    new Running(
                            URI.create(lines.getProperty("url", "")),
                            lines.getProperty("token", "")));
        } catch (IOException | IllegalArgumentException e) {
            throw UserError.usage("The file " + file + " cannot be read; delete it.", e);
        }
    }
}
