package id.dompet.internal.config;

import id.dompet.model.DompetException;
import id.dompet.model.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a {@code .properties} file as {@link java.util.Properties} describes it, in UTF-8, but
 * refuses what that class lets pass silently: the same key twice, a line without a key, and a
 * backslash before a letter that is no escape, which would vanish from a path or a secret.
 */
public final class PropertiesFile {
    private static final int MAX_BYTES = 1024 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String BLANKS = " \t\f";

    private final Path path;
    private final Map<String, Layer.Entry> entries = new LinkedHashMap<>();
    private final Map<String, Integer> lineOf = new LinkedHashMap<>();

    private PropertiesFile(Path path) {
        this.path = path;
    }

    /**
     * Reads the file.
     *
     * @throws DompetException.Misconfigured with one problem that names the file and, if known, the
     *     line; it quotes no value
     */
    public static Layer read(Path path) {
        PropertiesFile file = new PropertiesFile(path);
        try {
            file.parse(TextFile.read(path, MAX_BYTES));
        } catch (TextFile.Unreadable e) {
            throw file.refuse("", e.reason(), e.suggestion());
        }
        return Layer.ofFile(file.entries);
    }

    private void parse(String text) {
        // Some editors on Windows begin UTF-8 files with this mark; it belongs to no key.
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        List<String> lines = List.of(content.split("\r\n|\n|\r", -1));
        for (int i = 0; i < lines.size(); i++) {
            String line = stripStart(lines.get(i));
            if (line.isEmpty() || line.startsWith("#") || line.startsWith("!")) {
                continue;
            }
            int number = i + 1;
            StringBuilder logical = new StringBuilder(line);
            while (continues(logical)) {
                logical.setLength(logical.length() - 1);
                if (i + 1 == lines.size()) {
                    break;
                }
                logical.append(stripStart(lines.get(++i)));
            }
            add(number, logical.toString());
        }
    }

    private void add(int number, String line) {
        int end = endOfKey(line);
        String key = unescape(number, line.substring(0, end));
        if (key.isEmpty()) {
            throw refuse("", "has no key before the sign, line " + number, "write key = value");
        }
        String rest = stripStart(line.substring(end));
        if (rest.startsWith("=") || rest.startsWith(":")) {
            rest = stripStart(rest.substring(1));
        }
        Integer before = lineOf.putIfAbsent(key, number);
        if (before != null) {
            boolean ours = key.startsWith(Keys.PREFIX);
            throw refuse(
                    ours ? Keys.printable(key) : "",
                    "has the same key twice, lines " + before + " and " + number,
                    "keep one of the two lines");
        }
        String where = ", in " + path.getFileName() + ", line " + number;
        entries.put(key, new Layer.Entry(unescape(number, rest), where));
    }

    private static int endOfKey(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '=' || c == ':' || BLANKS.indexOf(c) >= 0) {
                return i;
            }
        }
        return line.length();
    }

    private String unescape(int line, String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                out.append(c);
                continue;
            }
            char escaped = text.charAt(++i);
            switch (escaped) {
                case 't' -> out.append('\t');
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 'f' -> out.append('\f');
                case 'u' -> {
                    out.append(unicode(line, text, i + 1));
                    i += 4;
                }
                default -> {
                    if (Character.isLetterOrDigit(escaped)) {
                        throw refuse(
                                "",
                                "has a backslash before a letter or digit, line " + line,
                                "write two backslashes for one; escapes are t, n, r, f and u with"
                                        + " four hex digits");
                    }
                    out.append(escaped);
                }
            }
        }
        return out.toString();
    }

    private char unicode(int line, String text, int from) {
        int end = from + 4;
        if (end > text.length() || !text.substring(from, end).matches("[0-9A-Fa-f]{4}")) {
            throw refuse(
                    "",
                    "has a backslash and 'u' without four hex digits, line " + line,
                    "write two backslashes for one");
        }
        return (char) Integer.parseInt(text.substring(from, end), 16);
    }

    private static boolean continues(CharSequence line) {
        int backslashes = 0;
        while (backslashes < line.length()
                && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static String stripStart(String line) {
        int start = 0;
        while (start < line.length() && BLANKS.indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        return line.substring(start);
    }

    private DompetException.Misconfigured refuse(String key, String reason, String suggestion) {
        return new DompetException.Misconfigured(
                new Problem(key, "the file " + path + " " + reason, suggestion));
    }
}
