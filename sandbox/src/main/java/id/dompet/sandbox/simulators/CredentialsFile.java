package id.dompet.sandbox.simulators;

import id.dompet.sandbox.cli.UserError;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The files from which clients of the sandbox learn how to reach it. Only their owner reads them.
 */
public final class CredentialsFile {
    public static final String NAME = "dompet-sandbox.properties";

    /** Nothing that would have to be escaped in a properties file. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:/, -]{1,1000}");

    private final Path file;

    private CredentialsFile(Path file) {
        this.file = file;
    }

    public static CredentialsFile in(Path directory) {
        return new CredentialsFile(directory.toAbsolutePath().normalize().resolve(NAME));
    }

    public Path path() {
        return file;
    }

    /** What an earlier sandbox wrote; empty if there is none. */
    public Map<String, String> read() {
        if (!Files.exists(file)) {
            return Map.of();
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw unfit("cannot be read", e);
        }
        Map<String, String> settings = new LinkedHashMap<>();
        for (String key : lines.stringPropertyNames()) {
            String value = lines.getProperty(key).strip();
            if (!PLAIN.matcher(value).matches()) {
                throw unfit("has no usable " + key, new IOException(key));
            }
            settings.put(key, value);
        }
        for (String key : List.of("merchant-code", "api-key", "callback-url")) {
            if (!settings.containsKey("dompet.duitku." + key)) {
                throw unfit("has no dompet.duitku." + key, new IOException(key));
            }
        }
        return settings;
    }

    /** Replaces the file. */
    public void write(Map<String, String> settings) {
        write(file, lines(settings));
    }

    /** What an earlier sandbox wrote beside it, if it did. */
    public Optional<String> readBeside(String name) {
        Path at = beside(name);
        try {
            return Files.exists(at) ? Optional.of(Files.readString(at)) : Optional.empty();
        } catch (IOException e) {
            throw UserError.usage("The file " + at + " cannot be read.", e);
        }
    }

    /** A file beside it, such as a key. */
    public Path beside(String name) {
        return file.resolveSibling(name);
    }

    /** Replaces a file at once, so that nobody reads half of it. */
    public static void write(Path to, List<String> lines) {
        Path parent = to.resolveSibling("");
        try {
            Path directory = Files.createDirectories(parent);
            Path draft = Files.createTempFile(directory, NAME, ".new", ownerOnly(directory));
            try {
                Files.write(draft, lines, StandardCharsets.UTF_8);
                Files.move(
                        draft,
                        to,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (FileAlreadyExistsException e) {
            throw UserError.failure(parent + " is a file, not a directory.", e);
        } catch (IOException e) {
            throw UserError.failure("The file " + to + " cannot be written.", e);
        }
    }

    public static List<String> lines(Map<String, String> settings) {
        return settings.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
    }

    private UserError unfit(String what, Exception cause) {
        return UserError.usage(
                "The file %s %s; delete it to be given new credentials.".formatted(file, what),
                cause);
    }

    private static FileAttribute<?>[] ownerOnly(Path directory) throws IOException {
        return Files.getFileStore(directory).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
