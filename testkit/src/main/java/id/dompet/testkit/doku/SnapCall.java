package id.dompet.testkit.doku;

import id.dompet.testkit.SimulatorRequest;
import java.util.Optional;

/**
 * A signed request whose headers, tokens and channel are in order.
 *
 * @param operation what it asks for
 * @param generation of its path
 * @param channel the channel it is about; empty only for check status
 * @param request as it arrived
 * @param body its fields
 * @param customer the customer's token, where the operation needs one
 */
record SnapCall(
        DokuOperation operation,
        Generation generation,
        Optional<DokuChannel> channel,
        SimulatorRequest request,
        SnapFields body,
        Optional<CustomerToken> customer) {

    DokuChannel requiredChannel() {
        return channel.orElseThrow();
    }

    String externalId() {
        return request.header("X-EXTERNAL-ID").orElseThrow();
    }

    boolean isCurrent() {
        return generation == Generation.CURRENT;
    }
}
