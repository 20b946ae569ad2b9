package id.dompet.sandbox.cli;

/** A step of the journey did not do what it should; the message is one sentence. */
public final class NotDone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotDone(String sentence) {
        super(sentence);
    }

    public NotDone(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
