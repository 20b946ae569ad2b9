package id.dompet.testkit.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a page together from the template, the styles and what it says. */
final class Layout {

    private static final String STYLE = resource("wallet.css");

    /** Escapes whatever is put in, and fails when something is missing. */
    private static final Template TEMPLATE =
            Mustache.compiler().emptyStringIsFalse(true).compile(resource("wallet.html"));

    /** Nothing but this style, and nothing from anywhere: no script, no frame, no picture. */
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; frame-ancestors 'none'"
                    .formatted(sha256(STYLE));

    private Layout() {}

    /** What stands around every page. */
    private record Frame(
            String lang,
            String style,
            String brand,
            String simulation,
            String languagesName,
            List<Choice> languages,
            View view) {}

    private record Choice(String href, String tag, String name, boolean current) {}

    static SimulatorAnswer page(
            int status, SimulatorRequest request, Language language, View view) {
        Frame frame =
                new Frame(
                        language.tag(),
                        STYLE,
                        Text.BRAND.in(language),
                        Text.SIMULATION.in(language),
                        Text.LANGUAGES.in(language),
                        choices(request, language),
                        view);
        byte[] html = TEMPLATE.execute(frame).getBytes(StandardCharsets.UTF_8);
        return SimulatorAnswer.of(status, "text/html; charset=utf-8", html)
                .withHeader("Content-Language", language.tag())
                .withHeader("Vary", "Accept-Language")
                .withHeader("Cache-Control", "no-store")
                .withHeader("Referrer-Policy", "no-referrer")
                .withHeader("X-Content-Type-Options", "nosniff")
                .withHeader("Content-Security-Policy", POLICY);
    }

    private static List<Choice> choices(SimulatorRequest request, Language current) {
        return Arrays.stream(Language.values())
                .map(
                        each ->
                                new Choice(
                                        href(request, each),
                                        each.tag(),
                                        each.ownName(),
                                        each == current))
                .toList();
    }

    /** The same page: a relative address that is a query only keeps the path. */
    private static String href(SimulatorRequest request, Language language) {
        Stream<String> others =
                Arrays.stream(request.query().split("&", -1))
                        .filter(pair -> !pair.isEmpty())
                        .filter(pair -> !pair.startsWith(Language.PARAMETER + "="));
        return Stream.concat(others, Stream.of(Language.PARAMETER + "=" + language.tag()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String resource(String name) {
        try (InputStream file = Layout.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(
                        "the file " + name + " is not beside " + Layout.class);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
