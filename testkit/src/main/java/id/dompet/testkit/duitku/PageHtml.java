package id.dompet.testkit.duitku;

import id.dompet.testkit.SimulatorAnswer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The look of the customer's pages: plain, without scripts or anything from elsewhere. */
final class PageHtml {

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

    private static final String FORM =
            """
            <form method="post">
            <label for="pin">PIN</label>
            <input id="pin" name="pin" type="password" inputmode="numeric" autocomplete="off"
              maxlength="6" aria-describedby="hint" required>
            <button type="submit" name="action" value="confirm">Confirm</button>
            <button type="submit" name="action" value="decline" formnovalidate>Decline</button>
            </form>
            <p class="hint" id="hint">This is a simulator, and no money moves. The PIN is %s.</p>
            """
                    .formatted(PinCounter.RIGHT_PIN);

    private PageHtml() {}

    /** A page that asks for the PIN; {@code error} is empty the first time. */
    static SimulatorAnswer pin(String title, List<String> lines, String error) {
        String alert =
                error.isEmpty()
                        ? ""
                        : "<p class=\"error\" role=\"alert\">" + escape(error) + "</p>";
        return page(200, title, paragraphs(lines) + alert + FORM);
    }

    /** A page that only tells something. */
    static SimulatorAnswer notice(int status, String title, String text) {
        return page(status, title, paragraphs(List.of(text)));
    }

    /** Sends the browser on. */
    static SimulatorAnswer redirect(String location) {
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

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
