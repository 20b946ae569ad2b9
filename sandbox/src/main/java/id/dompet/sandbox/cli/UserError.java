package id.dompet.sandbox.cli;

/** What the user must know and can act on, in one sentence; ends the command. */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitStatus;

    private UserError(int exitStatus, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitStatus = exitStatus;
    }

    private UserError(int exitStatus, String sentence) {
        super(sentence);
        this.exitStatus = exitStatus;
    }

    /** The command or its files were not as they should be. */
    public static UserError usage(String sentence) {
        return new UserError(ExitStatus.USAGE, sentence);
    }

    /** The same, with what made it known. */
    public static UserError usage(String sentence, Throwable cause) {
        return new UserError(ExitStatus.USAGE, sentence, cause);
    }

    /** The command was right, and this machine or a provider could not do it. */
    public static UserError failure(String sentence, Throwable cause) {
        return new UserError(ExitStatus.FAILED, sentence, cause);
    }

    public int exitStatus() {
        return exitStatus;
    }
}
