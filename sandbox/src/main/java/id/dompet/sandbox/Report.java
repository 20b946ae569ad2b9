package id.dompet.sandbox;

import java.util.List;

/** Shows a demo to whoever reads it. */
sealed interface Report permits TextReport, JsonReport {

    /** The demo begins. */
    void begin(String where, List<Leg> legs);

    /** A step is over; the summary is the last. */
    void step(StepResult result);
}
