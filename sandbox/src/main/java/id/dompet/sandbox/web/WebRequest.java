package id.dompet.sandbox.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One request, read whole. Immutable. */
public final class WebRequest {
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Head head;
    private final byte[] body;
    private final Session session;
    private final Map<String, String> names;
    private final Map<String, String> query;
    private final Map<String, String> form;

    /** Everything but the body. */
    record Head(
            String method, String target, Map<String, List<String>> headers, InetAddress client) {
        String path() {
            int mark = target.indexOf('?');
            return mark < 0 ? target : target.substring(0, mark);
        }

        String query() {
            int mark = target.indexOf('?');
            return mark < 0 ? "" : target.substring(mark + 1);
        }

        Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(name))
                    .flatMap(each -> each.getValue().stream())
                    .findFirst();
        }
    }

    WebRequest(Head head, byte[] body, Session session, Map<String, String> names) {
        this.head = head;
        this.body = body.clone();
        this.session = session;
        this.names = names;
        this.query = UrlText.fields(head.query());
        this.form = isForm() ? UrlText.fields(text()) : Map.of();
    }

    /** The method, in capitals. */
    public String method() {
        return head.method();
    }

    /** Path and query as they were sent. */
    public String target() {
        return head.target();
    }

    /** What stands where the route has <code>{name}</code>, decoded. */
    public String path(String name) {
        String value = names.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no {" + name + "}");
        }
        return value;
    }

    /** A value of the query; empty text when there is none. */
    public String query(String name) {
        return query.getOrDefault(name, "");
    }

    /** A field of the form, without blanks around it; empty text when there is none. */
    public String field(String name) {
        return form.getOrDefault(name, "").strip();
    }

    /** The fields of a JSON object; refused when the body is none. */
    public ObjectNode json() {
        try {
            JsonNode tree = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
            if (tree instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw Refused.bad("The body is not JSON: " + e.getOriginalMessage());
        } catch (java.io.IOException e) {
            throw Refused.bad("The body is not JSON in UTF-8.");
        }
        throw Refused.bad("The body has to be a JSON object, {...}.");
    }

    /** The first value of a header, its name in any case. */
    public Optional<String> header(String name) {
        return head.header(name);
    }

    /** All headers; look-ups ignore the case of names. */
    public Map<String, List<String>> headers() {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(head.headers());
        return copy;
    }

    /** The raw body. */
    public byte[] body() {
        return body.clone();
    }

    /** Who asks, by address. */
    public InetAddress client() {
        return head.client();
    }

    /** The browser's session; every request has one. */
    public Session session() {
        return session;
    }

    /** Whether it was sent by a form of a page. */
    public boolean isForm() {
        return header("Content-Type")
                .filter(
                        type ->
                                type.toLowerCase(Locale.ROOT)
                                        .startsWith("application/x-www-form-urlencoded"))
                .isPresent();
    }

    private String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Method and path only: the rest may hold secrets. */
    @Override
    public String toString() {
        return head.method() + " " + head.path();
    }
}
