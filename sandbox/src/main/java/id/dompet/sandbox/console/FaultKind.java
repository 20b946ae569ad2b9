package id.dompet.sandbox.console;

import id.dompet.testkit.Fault;
import id.dompet.testkit.FaultContent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** The faults one can switch on, by the names of the console and the command line. */
enum FaultKind {
    SERVICE_UNAVAILABLE("HTTP 503, nothing is done", Fault.status(503)),
    LOST_BEFORE("No answer, and nothing is done", Fault.connectionClosed()),
    LOST_AFTER("No answer, although it is done", Fault.connectionClosed().afterEffect()),
    RESET("The connection is reset, nothing is done", Fault.connectionReset()),
    RESET_AFTER(
            "The connection is reset, although it is done", Fault.connectionReset().afterEffect()),
    HANG("No answer until the client gives up, nothing is done", Fault.hang()),
    SLOW("The answer comes slowly, in pieces", Fault.drip(16, Duration.ofMillis(300))),
    CUT("The answer breaks off in the middle, although it is done", Fault.truncatedBody(20)),
    HTML("A page instead of JSON, nothing is done", Fault.htmlPage()),
    UNKNOWN_CODE("A result code that no document knows, nothing is done", Fault.code("99")),
    EXPIRED_TOKEN("The merchant's token is over (401)", Fault.code("40101", "Invalid Token (B2B)"));

    private static final String TOKEN_CODE = "40101";

    private final String what;

    @SuppressWarnings("ImmutableEnumChecker") // A fault is immutable, and does not say so.
    private final Fault fault;

    FaultKind(String what, Fault fault) {
        this.what = what;
        this.fault = fault;
    }

    /** As it is written in requests, e.g. {@code lost-after}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a client sees of it. */
    String what() {
        return what;
    }

    Fault fault() {
        return fault;
    }

    /** The name of a fault, or a description of one that was scripted elsewhere. */
    static String nameOf(Fault fault) {
        if (fault.content() instanceof FaultContent.ProviderCode code) {
            return (code.code().equals(TOKEN_CODE) ? EXPIRED_TOKEN : UNKNOWN_CODE).label();
        }
        return Arrays.stream(values())
                .filter(kind -> kind.fault.equals(fault))
                .map(FaultKind::label)
                .findFirst()
                .orElse("scripted");
    }
}
