package id.dompet.benchmarks.parts;

import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.internal.transport.Deadline;
import id.dompet.internal.transport.Transport;

/** For what must not send. */
public final class NoTransport implements Transport {
    @Override
    public HttpResponse send(HttpRequest request, Deadline deadline) {
        throw new IllegalStateException("this benchmark sends nothing");
    }

    @Override
    public void close() {}
}
