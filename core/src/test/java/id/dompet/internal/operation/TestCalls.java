package id.dompet.internal.operation;

import id.dompet.http.Body;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.internal.transport.Transport;
import id.dompet.model.ProviderId;
import id.dompet.spi.ExchangeListener;
import id.dompet.spi.TimeSource;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls of a provider named {@code acme}, with predictable identifiers. */
public final class TestCalls {
    public static final ProviderId ACME = new ProviderId("acme");

    private TestCalls() {}

    public static Calls over(Transport transport, TimeSource time, ExchangeListener... listeners) {
        AtomicInteger next = new AtomicInteger();
        return new Calls(
                new HttpCall.Shared(ACME, transport, new ExchangeLog(List.of(listeners)), time),
                () -> "call-" + next.incrementAndGet());
    }

    public static HttpRequest change() {
        return request(Effect.CHANGES_STATE);
    }

    public static HttpRequest question() {
        return request(Effect.NONE);
    }

    private static HttpRequest request(Effect effect) {
        return HttpRequest.post(
                URI.create("https://user:pass@acme.example:8443/charge?ticket=s3cret"),
                effect,
                "text/plain",
                Body.utf8("body-s3cret"));
    }
}
