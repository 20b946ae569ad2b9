package id.dompet.sandbox.web;

/** A request that is not carried out; its message is one sentence for whoever sent it. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private Refused(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    /** The request itself is wrong: 400. */
    public static Refused bad(String sentence) {
        return new Refused(400, sentence);
    }

    /** There is no such thing: 404. */
    public static Refused missing(String sentence) {
        return new Refused(404, sentence);
    }

    /** The request is right, and does not fit how things stand: 409. */
    public static Refused conflict(String sentence) {
        return new Refused(409, sentence);
    }

    static Refused of(int status, String sentence) {
        return new Refused(status, sentence);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What is wrong, and what to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
