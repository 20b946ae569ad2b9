package id.dompet.testkit.conformance.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** Writes a report in every form, named after the conformance class. */
public final class ReportFiles {
    private static final Map<String, Function<Report, String>> FORMS =
            Map.of(
                    ".json", JsonReport::write,
                    ".md", MarkdownReport::write,
                    ".html", HtmlReport::write);

    private ReportFiles() {}

    /** A run that ends half-way must not leave the report of the one before. */
    public static void delete(Path folder, Class<?> suite) {
        FORMS.keySet().forEach(ending -> delete(folder.resolve(suite.getSimpleName() + ending)));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void write(Path folder, Report report) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, Function<Report, String>> form : FORMS.entrySet()) {
                Files.writeString(
                        folder.resolve(report.suite().getSimpleName() + form.getKey()),
                        form.getValue().apply(report));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
