package id.dompet.sandbox;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** The file from which clients of the sandbox learn how to reach it. Only its owner can read it. */
final class CredentialsFile {
    static final String NAME = "dompet-sandbox.properties";

    /** Nothing that would have to be escaped in a properties file. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Path file;

    private CredentialsFile(Path file) {
        this.file = file;
    }

    static CredentialsFile in(Path directory) {
        return new CredentialsFile(directory.toAbsolutePath().normalize().resolve(NAME));
    }

    Path path() {
        return file;
    }

    /** What an earlier sandbox wrote. */
    Optional<SandboxAccount> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
            int port = URI.create(plain(lines, "callback-url", Pattern.compile(".*"))).getPort();
            return Optional.of(
                    new SandboxAccount(
                            plain(lines, "merchant-code", PLAIN),
                            plain(lines, "api-key", PLAIN),
                            port < 1 ? 80 : port,
                            List.of()));
        } catch (IOException | IllegalArgumentException e) {
            throw unfit("cannot be read", e);
        }
    }

    /** Replaces the file at once, so that nobody reads half of it. */
    void write(List<String> lines) {
        try {
            Path directory = Files.createDirectories(parent());
            Path draft = Files.createTempFile(directory, NAME, ".new", ownerOnly(directory));
            try {
                Files.write(draft, lines, StandardCharsets.UTF_8);
                Files.move(
                        draft,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (FileAlreadyExistsException e) {
            throw UserError.failure(parent() + " is a file, not a directory.", e);
        } catch (IOException e) {
            throw UserError.failure("The file " + file + " cannot be written.", e);
        }
    }

    private Path parent() {
        return file.resolveSibling("");
    }

    private String plain(Properties lines, String setting, Pattern form) {
        String value = lines.getProperty("dompet.duitku." + setting, "").strip();
        if (value.isEmpty() || !form.matcher(value).matches()) {
            throw unfit("has no usable dompet.duitku." + setting, new IOException(setting));
        }
        return value;
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
