package id.dompet.sandbox.simulators;

import java.time.Clock;

/**
 * Where a simulator lives.
 *
 * @param bindAddress the local address it listens on
 * @param port zero for any free one
 * @param clock decides about expiry
 */
public record Place(String bindAddress, int port, Clock clock) {
    /** On a port that the system picks, for this machine only, by the machine's clock. */
    public static Place anywhere() {
        return new Place("127.0.0.1", 0, Clock.systemUTC());
    }
}
