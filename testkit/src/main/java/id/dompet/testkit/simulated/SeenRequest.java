package id.dompet.testkit.simulated;

import id.dompet.testkit.SimulatorRequest;
import java.util.Optional;

/**
 * One request as the simulated provider saw it.
 *
 * @param operation what it was for
 * @param request as it arrived
 * @param objection why the provider would not accept its signature, token or headers; empty if it
 *     would. Names what is wrong, without values
 * @param answeredStatus the HTTP status of the answer; 0 when a fault let nothing of it through
 */
public record SeenRequest(
        Operation operation,
        SimulatorRequest request,
        Optional<String> objection,
        int answeredStatus) {

    /** Without headers and body, which hold secrets. */
    @Override
    public String toString() {
        return "%s %s%s -> %s"
                .formatted(
                        operation,
                        request,
                        objection.map(why -> " (refused: " + why + ")").orElse(""),
                        answeredStatus == 0 ? "no answer" : answeredStatus);
    }
}
