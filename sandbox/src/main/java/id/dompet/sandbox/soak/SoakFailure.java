package id.dompet.sandbox.soak;

/** The soak itself could not be carried out; nothing is said about the library. */
final class SoakFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SoakFailure(String sentence) {
        super(sentence);
    }

    SoakFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
