package id.dompet.sandbox;

import id.dompet.model.ProviderId;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A merchant's configuration, as far as the demo must know it beforehand. The library reads and
 * checks it for itself; this follows its order of sources (file, environment, system properties).
 */
final class ConfigFile {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{env:([A-Za-z0-9_]+)}");

    private final Properties lines;

    private ConfigFile(Properties lines) {
        this.lines = lines;
    }

    static ConfigFile read(Path file) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw UserError.usage("The file %s cannot be read.".formatted(file), e);
        }
        return new ConfigFile(lines);
    }

    /** Whether money is real there. */
    boolean isProduction() {
        return value("dompet.environment").filter("production"::equals).isPresent();
    }

    /** The configured providers; names that are none are left to the library to complain about. */
    List<Instance> instances() {
        List<Instance> instances = new ArrayList<>();
        for (String name : value("dompet.providers").orElse("").split(",", -1)) {
            if (name.strip().matches("[a-z][a-z0-9-]{0,30}")) {
                String prefix = "dompet." + name.strip() + ".";
                instances.add(
                        new Instance(
                                new ProviderId(name.strip()),
                                value(prefix + "type").orElse(name.strip()),
                                value(prefix + "callback-url")));
            }
        }
        return instances;
    }

    /** A blank value counts as none, and hides weaker ones. */
    private Optional<String> value(String key) {
        String variable = key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return Stream.of(
                        Optional.ofNullable(System.getProperty(key)),
                        Optional.ofNullable(System.getenv(variable)),
                        Optional.ofNullable(lines.getProperty(key)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(ConfigFile::resolve)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static String resolve(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        Optional.ofNullable(System.getenv(found.group(1)))
                                                .orElse("")));
    }
}
