package id.dompet.benchmarks;

import id.dompet.benchmarks.figure.Figure;
import java.util.function.Consumer;

/** One kind of measurement; runs in a process of its own, so that none warms up another. */
public interface Section {
    /** On the command line. */
    String name();

    /** Measures and tells. */
    void run(Effort effort, Consumer<Figure> out) throws Exception;
}
