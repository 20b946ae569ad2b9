package id.dompet.sandbox.web;

/** Answers one request. Called on many threads at once. */
@FunctionalInterface
public interface Handler {
    /**
     * The answer.
     *
     * @throws Refused when the request asks for something that cannot be done
     */
    Reply answer(WebRequest request);
}
