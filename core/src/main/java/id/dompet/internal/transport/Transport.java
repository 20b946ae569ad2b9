package id.dompet.internal.transport;

import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;

/** Sends requests. Thread-safe. */
public interface Transport extends AutoCloseable {
    /**
     * Sends exactly once and reads the whole answer, all of it before the deadline. Every HTTP
     * status is an answer; redirects are not followed.
     *
     * @throws id.dompet.http.HttpFailure.NotSent if not one byte of the request left this machine
     * @throws id.dompet.http.HttpFailure.NoAnswer if it may have left and no complete answer came
     */
    HttpResponse send(HttpRequest request, Deadline deadline);

    @Override
    void close();
}
