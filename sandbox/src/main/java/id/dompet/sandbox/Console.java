package id.dompet.sandbox;

import java.io.PrintStream;

/**
 * The only way to the terminal: results on standard output, everything else on standard error.
 * Thread-safe.
 */
final class Console {
    private final PrintStream out;
    private final PrintStream err;

    Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** A line of the result. */
    void line(String text) {
        out.println(text);
        out.flush();
    }

    /** A sentence about what went wrong, or about what is going on. */
    void notice(String text) {
        err.println(text);
        err.flush();
    }

    /** Where it went wrong, for those who asked with {@code --verbose}. */
    void trace(Throwable failure) {
        failure.printStackTrace(err);
        err.flush();
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }
}
