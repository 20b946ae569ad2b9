package id.dompet.internal.config;

import java.util.List;
import java.util.Optional;

/** Reports keys that do not begin with {@code dompet.}. */
final class ForeignKeys {
    private final Known known;
    private final Problems problems;

    ForeignKeys(Known known, Problems problems) {
        this.known = known;
        this.problems = problems;
    }

    void report(Layer layer) {
        List<String> foreign =
                layer.names().stream().filter(key -> !key.startsWith(Keys.PREFIX)).toList();
        List<String> pieces = foreign.stream().filter(key -> !isKey(key)).toList();
        foreign.stream().filter(this::isKey).forEach(key -> report(key, layer.where(key)));
        if (!pieces.isEmpty()) {
            problems.add(
                    "",
                    pieces.size()
                            + " key(s) do not begin with 'dompet.' and are not shown, since they may"
                            + " be pieces of a secret; one is"
                            + layer.where(pieces.get(0)).replaceFirst("^,", ""),
                    "end each line of a longer value but the last with a backslash, or put a secret"
                            + " into a file of its own and its path into '...-file'");
        }
    }

    private void report(String key, String where) {
        problems.add(
                key,
                "does not begin with 'dompet.'" + where,
                Closest.question(meant(key), "keep the settings of other programs elsewhere"));
    }

    /** A line of a pasted key in PEM form is a key to the format of properties, but not to us. */
    private boolean isKey(String key) {
        return Keys.isDotted(key) || meant(key).isPresent();
    }

    private Optional<String> meant(String key) {
        Optional<String> near = Closest.to(key, known.keys(), Keys.PREFIX.length());
        return near.isPresent()
                ? near
                : Closest.to(Keys.PREFIX + key, known.keys(), Keys.PREFIX.length());
    }
}
