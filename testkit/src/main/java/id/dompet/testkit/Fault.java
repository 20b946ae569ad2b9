package id.dompet.testkit;

import id.dompet.testkit.WireFault.Ending;
import id.dompet.testkit.WireFault.Part;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * One misbehaviour of a provider, to be scripted with {@link FaultScript}. A fault says what is
 * answered instead of the genuine answer, what happens to it on the wire, how much later, and
 * whether the operation takes effect: the difference between a request that never arrived and one
 * whose answer was lost. Factories say which of the two they start with; {@link #afterEffect()} and
 * {@link #beforeEffect()} change it. Immutable.
 *
 * @param content what is answered
 * @param wire what happens to the answer on the wire
 * @param takesEffect whether the operation is carried out before the fault shows
 * @param delay real time added before the answer
 */
public record Fault(FaultContent content, WireFault wire, boolean takesEffect, Duration delay) {

    private static final String HTML =
            "<!DOCTYPE html><html><head><title>Maintenance</title></head>"
                    + "<body><h1>Down for maintenance</h1></body></html>";

    /** Refuses a combination that has no meaning. */
    public Fault {
        boolean needsGenuine =
                content instanceof FaultContent.Genuine
                        || content instanceof FaultContent.Rewritten;
        if (needsGenuine && !takesEffect && !wire.losesEverything()) {
            throw new IllegalArgumentException(
                    "a genuine answer can only follow the effect of its operation");
        }
    }

    /** The provider's own error code in the provider's own answer format; no effect. */
    public static Fault code(String code) {
        return code(code, "Simulated " + code);
    }

    /** As {@link #code(String)}, with a message. */
    public static Fault code(String code, String message) {
        return of(new FaultContent.ProviderCode(code, message), false);
    }

    /** An HTTP status with an empty JSON object; no effect. */
    public static Fault status(int status) {
        return status(status, "application/json", "{}");
    }

    /** An HTTP status with this body; no effect. */
    public static Fault status(int status, String contentType, String body) {
        return of(FaultContent.Raw.text(status, contentType, body), false);
    }

    /** A 429 with {@code Retry-After}; no effect. */
    public static Fault tooManyRequests(int retryAfterSeconds) {
        FaultContent.Raw raw = FaultContent.Raw.text(429, "application/json", "{}");
        return of(raw.header("Retry-After", Integer.toString(retryAfterSeconds)), false);
    }

    /** The genuine answer, later; the operation takes effect before the wait. */
    public static Fault delay(Duration delay) {
        return of(new FaultContent.Genuine(), true).delayed(delay);
    }

    /** TCP reset instead of an answer; no effect. */
    public static Fault connectionReset() {
        return lost(Ending.RESET);
    }

    /** Connection closed without a byte; no effect. */
    public static Fault connectionClosed() {
        return lost(Ending.CLOSE);
    }

    /** No answer until the client gives up; no effect. */
    public static Fault hang() {
        return lost(Ending.HANG);
    }

    /** Head, then the first bytes of the genuine body, then an orderly close; after the effect. */
    public static Fault truncatedBody(int bytes) {
        return cutBody(bytes, Ending.CLOSE);
    }

    /** Head, then the first bytes of the genuine body, then the given ending; after the effect. */
    public static Fault cutBody(int bytes, Ending ending) {
        return of(new FaultContent.Genuine(), true)
                .onWire(new WireFault.Cut(Part.BODY, bytes, ending));
    }

    /** The genuine answer in pieces with pauses (real time); after the effect. */
    public static Fault drip(int chunkBytes, Duration pause) {
        return of(new FaultContent.Genuine(), true)
                .onWire(new WireFault.Drip(chunkBytes, pause, false));
    }

    /** As {@link #drip(int, Duration)}, the head included. */
    public static Fault dripWithHead(int chunkBytes, Duration pause) {
        return of(new FaultContent.Genuine(), true)
                .onWire(new WireFault.Drip(chunkBytes, pause, true));
    }

    /** Status 200, announced as JSON, with bytes that are neither JSON nor UTF-8; no effect. */
    public static Fault garbage() {
        byte[] bytes = "\u0000\u00ff\u00fe{[\"\u0080".getBytes(StandardCharsets.ISO_8859_1);
        return of(new FaultContent.Raw(200, "application/json", bytes), false);
    }

    /** Status 200 with an HTML page; no effect. */
    public static Fault htmlPage() {
        return status(200, "text/html; charset=utf-8", HTML);
    }

    /** Status 200, announced as JSON, without a body; no effect. */
    public static Fault emptyBody() {
        return status(200, "application/json", "");
    }

    /** The genuine answer under another content type; after the effect. */
    public static Fault contentType(String contentType) {
        return of(FaultContent.Rewritten.contentType(contentType), true);
    }

    /** The genuine answer changed by a function, whatever its format; after the effect. */
    public static Fault rewritten(UnaryOperator<SimulatorAnswer> change) {
        return of(FaultContent.Rewritten.by(change), true);
    }

    /** The genuine answer under another HTTP status; after the effect. */
    public static Fault withStatus(int status) {
        return rewritten(genuine -> genuine.withStatus(status));
    }

    /** The genuine JSON answer with one top-level field changed or added; after the effect. */
    public static Fault field(String name, Object value) {
        return of(FaultContent.Rewritten.field(name, value), true);
    }

    /** The genuine JSON answer without one top-level field; after the effect. */
    public static Fault withoutField(String name) {
        return of(FaultContent.Rewritten.withoutField(name), true);
    }

    /** The genuine JSON answer with this key once more, in front; after the effect. */
    public static Fault duplicateKey(String name, Object value) {
        return of(FaultContent.Rewritten.duplicateKey(name, value), true);
    }

    /** The same fault, shown after the operation took effect: the answer is lost, the deed done. */
    public Fault afterEffect() {
        return new Fault(content, wire, true, delay);
    }

    /** The same fault, shown instead of the operation: nothing was done. */
    public Fault beforeEffect() {
        return new Fault(content, wire, false, delay);
    }

    /** The same fault, later. */
    public Fault delayed(Duration wait) {
        return new Fault(content, wire, takesEffect, wait);
    }

    /** The same answer with this behaviour on the wire. */
    public Fault onWire(WireFault behaviour) {
        return new Fault(content, behaviour, takesEffect, delay);
    }

    private static Fault of(FaultContent content, boolean takesEffect) {
        return new Fault(content, new WireFault.Intact(), takesEffect, Duration.ZERO);
    }

    private static Fault lost(Ending ending) {
        return new Fault(
                new FaultContent.Genuine(), WireFault.nothing(ending), false, Duration.ZERO);
    }
}
