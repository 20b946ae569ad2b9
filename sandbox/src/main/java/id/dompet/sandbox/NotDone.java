package id.dompet.sandbox;

/** A step of the journey did not do what it should; the message is one sentence. */
final class NotDone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotDone(String sentence) {
        super(sentence);
    }

    NotDone(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
