package id.dompet.internal.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds what the strongest layer says about a setting, itself or by naming a file. */
final class Lookup {
    private static final int MAX_SECRET_BYTES = 64 * 1024;

    private final Layers layers;
    private final References references;
    private final Problems problems;

    Lookup(Layers layers, Problems problems) {
        this.layers = layers;
        this.references = new References(layers.environment(), problems);
        this.problems = problems;
    }

    Given plain(String key) {
        for (Layer layer : layers.strongestFirst()) {
            Optional<Layer.Entry> entry = layer.entry(key);
            if (entry.isPresent()) {
                return text(key, layer, entry.get());
            }
        }
        return Given.ABSENT;
    }

    /** Blanks are no value, so a blank form beside the other form at the same level is ignored. */
    Given secret(String key) {
        String fileKey = key + Keys.FILE;
        for (Layer layer : layers.strongestFirst()) {
            Optional<Layer.Entry> value = layer.entry(key);
            Optional<Layer.Entry> path = layer.entry(fileKey);
            if (filled(value) && filled(path)) {
                problems.add(
                        key,
                        "is given twice, by itself and as a file" + path.get().where(),
                        "keep one of " + name(layer, key) + " and " + name(layer, fileKey));
                return Given.BROKEN;
            }
            if (path.isPresent() && !filled(value)) {
                return file(fileKey, text(fileKey, layer, path.get()));
            }
            if (value.isPresent()) {
                return text(key, layer, value.get());
            }
        }
        return Given.ABSENT;
    }

    private static boolean filled(Optional<Layer.Entry> entry) {
        return entry.filter(e -> !e.text().isBlank()).isPresent();
    }

    private static String name(Layer layer, String key) {
        return layer.isEnvironment() ? Keys.environmentName(key) : key;
    }

    private Given text(String key, Layer layer, Layer.Entry entry) {
        if (!layer.isEnvironment()) {
            return references
                    .replace(key, entry)
                    .map(text -> Given.of(text, entry.where()))
                    .orElse(Given.BROKEN);
        }
        // Taken as it is, so that no secret is changed; but this one was meant to be replaced.
        if (entry.text().contains("${env:")) {
            problems.add(
                    key,
                    "has a reference ${env:...}, which environment variables cannot have"
                            + entry.where(),
                    "put the value itself there");
            return Given.BROKEN;
        }
        return Given.of(entry.text(), entry.where());
    }

    private Given file(String key, Given path) {
        if (path.state() != Given.State.PRESENT) {
            return path;
        }
        String shown = shown(path.text().strip());
        try {
            Path file = Path.of(path.text().strip());
            String content = withoutLineBreak(TextFile.read(file, MAX_SECRET_BYTES));
            if (content.isBlank()) {
                problems.add(
                        key, shown + " is empty" + path.where(), "write the secret into the file");
                return Given.BROKEN;
            }
            return Given.of(content, ", in " + shown);
        } catch (TextFile.Unreadable e) {
            problems.add(key, shown + " " + e.reason() + path.where(), e.suggestion());
        } catch (InvalidPathException e) {
            problems.add(
                    key, "is not a path" + path.where(), "name the file that holds the secret");
        }
        return Given.BROKEN;
    }

    /** The secret itself is easily written where its path belongs; then it must not be shown. */
    private static String shown(String path) {
        boolean evident =
                path.matches("(/|\\.\\.?[/\\\\]|[A-Za-z]:[/\\\\]|\\\\\\\\).*")
                        && path.length() < 300;
        return evident
                ? "the file " + path
                : "the file (not shown, for lack of a leading / or ./ it may be the secret)";
    }

    private static String withoutLineBreak(String content) {
        if (content.endsWith("\r\n")) {
            return content.substring(0, content.length() - 2);
        }
        return content.endsWith("\n") ? content.substring(0, content.length() - 1) : content;
    }
}
