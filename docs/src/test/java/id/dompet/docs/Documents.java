package id.dompet.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the documents are and what is in them. */
final class Documents {
    /** Tests run in the folder of their module, which stands in the repository's. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern BLOCK =
            Pattern.compile(
                    "(?:<!-- (?<note>[^\\n]*?) -->\\n)?```(?<kind>[a-z]*)\\n(?<text>.*?)```",
                    Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");

    private Documents() {}

    /** A fenced block, with the comment on the line before it. */
    record Block(Path document, String note, String kind, String text) {
        @Override
        public String toString() {
            return ROOT.relativize(document) + ": " + text.lines().findFirst().orElse("");
        }
    }

    static List<Path> all() {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"));
                Stream<Path> root = Files.list(ROOT)) {
            return Stream.concat(root, docs).filter(p -> p.toString().endsWith(".md")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (Path document : all()) {
            Matcher matcher = BLOCK.matcher(read(document));
            while (matcher.find()) {
                String note = matcher.group("note");
                blocks.add(
                        new Block(
                                document,
                                note == null ? "" : note,
                                matcher.group("kind"),
                                matcher.group("text")));
            }
        }
        return blocks;
    }

    /** Links to files of this repository. */
    static List<Path> links(Path document) {
        List<Path> targets = new ArrayList<>();
        Matcher matcher = LINK.matcher(read(document));
        while (matcher.find()) {
            targets.add(document.resolveSibling(matcher.group(1)).normalize());
        }
        return targets;
    }

    /** A whole program of ours, without its package. */
    static String program(String file) {
        String text = read(source(file));
        return text.substring(text.indexOf("\nimport ")).strip() + "\n";
    }

    /** Our programs; {@code shop/...} is the demo shop, which the sandbox compiles and tests. */
    private static Path source(String file) {
        if (file.startsWith("shop/")) {
            return ROOT.resolve("sandbox/src/main/java/id/dompet/sandbox").resolve(file);
        }
        Path main = ROOT.resolve("docs/src/main/java/id/dompet/docs").resolve(file);
        return Files.exists(main)
                ? main
                : ROOT.resolve("docs/src/test/java/id/dompet/docs").resolve(file);
    }

    /** What stands between {@code // snippet: name} and {@code // end} in one of our programs. */
    static String snippet(String file, String name) {
        Path source = source(file);
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : read(source).lines().toList()) {
            if (line.strip().equals("// end")) {
                inside = false;
            } else if (line.strip().equals("// snippet: " + name)) {
                inside = true;
            } else if (inside) {
                lines.add(line);
            }
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(file + " has no snippet '" + name + "'");
        }
        // A blank last line would count as one without indentation.
        return String.join("\n", lines).stripTrailing().stripIndent().strip() + "\n";
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void replace(Path file, String before, String after) {
        try {
            Files.writeString(file, read(file).replace(before, after));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
