package id.dompet.sandbox.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One answer: bytes, or a stream of events. Immutable. */
public final class Reply {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Optional<LiveChannel> events;

    private Reply(
            int status, Map<String, String> headers, byte[] body, Optional<LiveChannel> events) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.events = events;
    }

    /** An answer with these bytes. */
    public static Reply bytes(int status, String contentType, byte[] body) {
        return new Reply(
                status, Map.of("Content-Type", contentType), body.clone(), Optional.empty());
    }

    /** A page. */
    public static Reply html(int status, String html) {
        return bytes(status, "text/html; charset=utf-8", utf8(html));
    }

    /** Plain text. */
    public static Reply text(int status, String text) {
        return bytes(status, "text/plain; charset=utf-8", utf8(text + "\n"));
    }

    /** JSON. */
    public static Reply json(int status, JsonNode body) {
        return bytes(status, "application/json; charset=utf-8", utf8(body.toPrettyString() + "\n"));
    }

    /** After a form: go and look there. The browser's "reload" does not send the form again. */
    public static Reply seeOther(String location) {
        URI checked = URI.create(location);
        return text(303, "See " + checked).with("Location", checked.toString());
    }

    /** Server-Sent Events, until the reader goes away or the server is closed. */
    public static Reply events(LiveChannel channel) {
        return new Reply(
                200,
                Map.of("Content-Type", "text/event-stream; charset=utf-8"),
                new byte[0],
                Optional.of(channel));
    }

    /** The same with one more header, or another value of it. */
    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body, events);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body.clone();
    }

    Optional<LiveChannel> events() {
        return events;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
