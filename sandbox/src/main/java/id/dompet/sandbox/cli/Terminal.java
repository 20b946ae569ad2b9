package id.dompet.sandbox.cli;

import java.io.PrintStream;

/**
 * The only way to the terminal: results on standard output, everything else on standard error.
 * Thread-safe.
 */
public final class Terminal {
    private final PrintStream out;
    private final PrintStream err;

    public Terminal(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** A line of the result. */
    public void line(String text) {
        out.println(text);
        out.flush();
    }

    /** A sentence about what went wrong, or about what is going on. */
    public void notice(String text) {
        err.println(text);
        err.flush();
    }

    /** Where it went wrong, for those who asked with {@code --verbose}. */
    public void trace(Throwable failure) {
        failure.printStackTrace(err);
        err.flush();
    }

    public PrintStream out() {
        return out;
    }

    public PrintStream err() {
        return err;
    }
}
