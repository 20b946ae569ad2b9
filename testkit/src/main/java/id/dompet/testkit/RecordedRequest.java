package id.dompet.testkit;

import java.time.Instant;

/**
 * One entry of a {@link RequestJournal}.
 *
 * @param sequence position in the journal, from 1
 * @param at when, by the simulator's clock
 * @param operation what was asked for
 * @param request the request as it arrived
 * @param signature what the check of its signature found
 * @param delivery the answer and how it travelled
 * @param <O> the provider's operations
 */
public record RecordedRequest<O extends Enum<O>>(
        long sequence,
        Instant at,
        O operation,
        SimulatorRequest request,
        SignatureVerdict signature,
        Delivery delivery) {

    /** The HTTP status of the answer, 0 when a fault let nothing of it through. */
    public int answeredStatus() {
        return delivery.wire().losesEverything() ? 0 : delivery.answer().status();
    }

    @Override
    public String toString() {
        return "#%d %s %s, signature %s, answered %d"
                .formatted(sequence, operation, request, signature, answeredStatus());
    }
}
