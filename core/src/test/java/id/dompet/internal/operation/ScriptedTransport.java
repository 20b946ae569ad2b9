package id.dompet.internal.operation;

import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.internal.transport.Deadline;
import id.dompet.internal.transport.Transport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** Answers as told, in order, and remembers what was sent. */
public final class ScriptedTransport implements Transport {
    private final Deque<Supplier<HttpResponse>> script = new ArrayDeque<>();
    private final List<HttpRequest> sent = new ArrayList<>();

    public ScriptedTransport answer(int status) {
        script.add(() -> HttpResponse.of(status, "text/plain", ""));
        return this;
    }

    public ScriptedTransport fail(RuntimeException failure) {
        script.add(
                () -> {
                    throw failure;
                });
        return this;
    }

    public List<HttpRequest> sent() {
        return sent;
    }

    @Override
    public HttpResponse send(HttpRequest request, Deadline deadline) {
        sent.add(request);
        return script.remove().get();
    }

    @Override
    public void close() {}
}
