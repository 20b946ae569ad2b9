package id.dompet.sandbox.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Mustache templates that lie beside a class. Values are escaped unless the template says {@code
 * {{{...}}}}; a value that is missing or null is a defect, not an empty place. Thread-safe.
 */
final class Templates {
    private final Class<?> owner;
    private final Mustache.Compiler compiler;
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    private Templates(Class<?> owner) {
        this.owner = owner;
        this.compiler =
                Mustache.compiler()
                        .escapeHTML(true)
                        .strictSections(true)
                        .emptyStringIsFalse(true)
                        .withLoader(name -> new StringReader(source(name)));
    }

    static Templates beside(Class<?> owner) {
        return new Templates(owner);
    }

    String render(String name, Map<String, ?> values) {
        return compiled.computeIfAbsent(name, this::compile).execute(values);
    }

    private Template compile(String name) {
        try (Reader reader = new StringReader(source(name))) {
            return compiler.compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Beside the class, or, for parts that every site shares, beside this one. */
    private String source(String name) {
        String file = name + ".html";
        try (InputStream own = owner.getResourceAsStream(file)) {
            byte[] bytes = own == null ? Assets.read(file) : own.readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
