package id.dompet.testkit;

import java.time.Duration;

/**
 * An answer and how it travels.
 *
 * @param answer what is sent
 * @param wire what happens to it on the wire
 * @param delay real time before it is sent
 */
public record Delivery(SimulatorAnswer answer, WireFault wire, Duration delay) {

    /** At once and untouched. */
    public static Delivery of(SimulatorAnswer answer) {
        return new Delivery(answer, new WireFault.Intact(), Duration.ZERO);
    }
}
