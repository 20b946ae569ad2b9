package id.dompet.sandbox;

/** What the shell is told. */
final class ExitStatus {
    /** Everything did what it should. */
    static final int OK = 0;

    /** Something did not. */
    static final int FAILED = 1;

    /** The command, or a file it names, was wrong; nothing was tried. */
    static final int USAGE = 2;

    private ExitStatus() {}
}
