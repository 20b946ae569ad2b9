package id.dompet.sandbox.demo;

import java.util.List;

/** Shows a demo to whoever reads it. */
sealed interface Report permits TextReport, JsonReport {

    /**
     * The demo begins.
     *
     * @param where against what it plays
     * @param legend what the providers are, a line each; may be empty
     * @param legs the journeys to come
     */
    void begin(String where, List<String> legend, List<Leg> legs);

    /** A step is over; the summary is the last. */
    void step(StepResult result);
}
