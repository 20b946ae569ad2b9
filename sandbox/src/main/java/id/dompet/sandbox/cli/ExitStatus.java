package id.dompet.sandbox.cli;

/** What the shell is told. */
public final class ExitStatus {
    /** Everything did what it should. */
    public static final int OK = 0;

    /** Something did not. */
    public static final int FAILED = 1;

    /** The command, or a file it names, was wrong; nothing was tried. */
    public static final int USAGE = 2;

    private ExitStatus() {}
}
