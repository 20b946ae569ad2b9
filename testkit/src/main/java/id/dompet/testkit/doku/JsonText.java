package id.dompet.testkit.doku;

/**
 * Brings JSON text into the two forms a body digest may be made of: without white space between
 * tokens, and, beyond that, with every character of a string written plainly where JSON allows it.
 * Numbers and the order of fields stay as they are. Text that is not JSON passes through as well.
 */
final class JsonText {

    private final String text;
    private final boolean plainStrings;
    private final StringBuilder out;
    private int at;

    private JsonText(String text, boolean plainStrings) {
        this.text = text;
        this.plainStrings = plainStrings;
        this.out = new StringBuilder(text.length());
    }

    /** Without white space outside strings. */
    static String minify(String text) {
        return new JsonText(text, false).rewrite();
    }

    /**
     * As a server writes it that has parsed it: {@code \}{@code u00e9}, {@code \/} and the like in
     * strings become plain characters.
     */
    static String canonical(String text) {
        return new JsonText(text, true).rewrite();
    }

    private String rewrite() {
        boolean inString = false;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (inString && next == '\\' && at + 1 < text.length()) {
                escape();
                continue;
            }
            if (next == '"') {
                inString = !inString;
            }
            if (inString || !isSpace(next)) {
                out.append(next);
            }
            at++;
        }
        return out.toString();
    }

    private void escape() {
        char kind = text.charAt(at + 1);
        if (!plainStrings) {
            out.append('\\').append(kind);
            at += 2;
        } else if (kind == '/') {
            out.append('/');
            at += 2;
        } else if (kind == 'u' && isHex(at + 2)) {
            plain((char) Integer.parseInt(text.substring(at + 2, at + 6), 16));
            at += 6;
        } else {
            out.append('\\').append(kind);
            at += 2;
        }
    }

    private void plain(char character) {
        switch (character) {
            case '"', '\\' -> out.append('\\').append(character);
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (character < ' ') {
                    out.append("\\u%04x".formatted((int) character));
                } else {
                    out.append(character);
                }
            }
        }
    }

    private boolean isHex(int from) {
        if (from + 4 > text.length()) {
            return false;
        }
        for (int i = from; i < from + 4; i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }
}
