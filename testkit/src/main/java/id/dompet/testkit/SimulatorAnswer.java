package id.dompet.testkit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP answer. Immutable. */
public final class SimulatorAnswer {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private SimulatorAnswer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** An answer with these bytes. */
    public static SimulatorAnswer of(int status, String contentType, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        return new SimulatorAnswer(status, headers, body.clone());
    }

    /** A JSON answer. */
    public static SimulatorAnswer json(int status, String body) {
        return of(status, "application/json; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same answer with a header set. */
    public SimulatorAnswer withHeader(String name, String value) {
        Map<String, String> copy = new LinkedHashMap<>(headers);
        copy.put(name, value);
        return new SimulatorAnswer(status, copy, body);
    }

    /** The same answer with another HTTP status. */
    public SimulatorAnswer withStatus(int other) {
        return new SimulatorAnswer(other, headers, body);
    }

    /** The same answer with another body, sent as UTF-8. */
    public SimulatorAnswer withBody(String text) {
        return new SimulatorAnswer(status, headers, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The headers, in order. */
    public Map<String, String> headers() {
        return new LinkedHashMap<>(headers);
    }

    /** The body. */
    public byte[] body() {
        return body.clone();
    }

    /** The body read as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length + " bytes";
    }
}
