package id.dompet.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The look of the pages on which a customer confirms: plain, without scripts or anything from
 * elsewhere; every text is escaped. Thread-safe.
 */
public final class PageHtml {

    /**
     * One input of a form.
     *
     * @param name its name in the form, letters only
     * @param label what the customer reads beside it
     * @param type the HTML input type, for example {@code password}
     * @param maxLength the most characters it takes
     * @param value what it holds at first
     */
    public record Field(String name, String label, String type, int maxLength, String value) {

        /** An empty field for a PIN. */
        public static Field pin() {
            return new Field("pin", "PIN", "password", 6, "");
        }
    }

    private static final String FRAME =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <style>
            body { font-family: sans-serif; max-width: 24rem; margin: 2rem auto; padding: 0 1rem;
              overflow-wrap: anywhere; }
            input, button { font-size: 1rem; padding: .6rem; width: 100%%; margin: .3rem 0;
              box-sizing: border-box; }
            .error { color: #a00000; }
            .hint { color: #555555; }
            </style>
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            %2$s
            </main>
            </body>
            </html>
            """;

    private static final String INPUT =
            """
            <label for="%1$s">%2$s</label>
            <input id="%1$s" name="%1$s" type="%3$s" inputmode="numeric" autocomplete="off"
              maxlength="%4$d" value="%5$s" aria-describedby="hint" required>
            """;

    private static final String BUTTONS =
            """
            <button type="submit" name="action" value="confirm">Confirm</button>
            <button type="submit" name="action" value="decline" formnovalidate>Decline</button>
            """;

    private static final String HINT =
            "<p class=\"hint\" id=\"hint\">This is a simulator, and no money moves. The PIN is "
                    + PinCounter.RIGHT_PIN
                    + ".</p>\n";

    private PageHtml() {}

    /** A page that asks for the PIN; {@code error} is empty the first time. */
    public static SimulatorAnswer pin(String title, List<String> lines, String error) {
        return form(title, lines, error, List.of(Field.pin()));
    }

    /** A page with a form of its own fields; {@code error} is empty the first time. */
    public static SimulatorAnswer form(
            String title, List<String> lines, String error, List<Field> fields) {
        String alert =
                error.isEmpty()
                        ? ""
                        : "<p class=\"error\" role=\"alert\">" + escape(error) + "</p>\n";
        StringBuilder form = new StringBuilder("<form method=\"post\">\n");
        for (Field field : fields) {
            form.append(
                    INPUT.formatted(
                            escape(field.name()),
                            escape(field.label()),
                            escape(field.type()),
                            field.maxLength(),
                            escape(field.value())));
        }
        form.append(BUTTONS).append("</form>\n").append(HINT);
        return page(200, title, paragraphs(lines) + alert + form);
    }

    /** A page that only tells something. */
    public static SimulatorAnswer notice(int status, String title, String text) {
        return page(status, title, paragraphs(List.of(text)));
    }

    /** Sends the browser on to this address, exactly as given; it has to be ASCII. */
    public static SimulatorAnswer redirect(String location) {
        return page(302, "Continue", "").withHeader("Location", location);
    }

    private static SimulatorAnswer page(int status, String title, String content) {
        byte[] html = FRAME.formatted(escape(title), content).getBytes(StandardCharsets.UTF_8);
        return SimulatorAnswer.of(status, "text/html; charset=utf-8", html)
                .withHeader("Cache-Control", "no-store")
                .withHeader("Referrer-Policy", "no-referrer")
                .withHeader("X-Content-Type-Options", "nosniff")
                .withHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    }

    private static String paragraphs(List<String> lines) {
        StringBuilder html = new StringBuilder();
        lines.forEach(line -> html.append("<p>").append(escape(line)).append("</p>\n"));
        return html.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
