package id.dompet.benchmarks.parts;

import id.dompet.Dompet;
import id.dompet.benchmarks.Keys;
import id.dompet.benchmarks.Shop;
import id.dompet.internal.credential.CredentialCache;
import id.dompet.internal.operation.Calls;
import id.dompet.internal.operation.ExchangeLog;
import id.dompet.internal.operation.HttpCall;
import id.dompet.internal.operation.Operation;
import id.dompet.model.Secret;
import id.dompet.spi.CredentialStore;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.TimeSource;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What core does around the modules. */
@State(Scope.Benchmark)
public class FacadeBenchmark {
    private static final Shop SHOP = new Shop(Keys.make());
    private static final URI NOBODY = URI.create("http://localhost:9");

    private final Calls calls =
            new Calls(
                    new HttpCall.Shared(
                            Shop.DOKU,
                            new NoTransport(),
                            new ExchangeLog(List.of()),
                            TimeSource.system()),
                    () -> "benchmark");
    private final HttpCall call = calls.start(Operation.PAY, Duration.ofHours(1));
    private final CredentialCache tokens =
            new CredentialCache(
                    Shop.DOKU,
                    CredentialStore.inMemory(),
                    calls,
                    Runnable::run,
                    TimeSource.system(),
                    new SecureRandom());

    /** A token that is in memory and has life left in it. */
    @Benchmark
    public Credential tokenHit() {
        return tokens.current(
                call,
                "b2b",
                (renewing, old) ->
                        Credential.token(
                                Secret.of(Sample.TOKEN), Instant.now().plus(Duration.ofDays(1))));
    }

    /** Reading and checking the configuration, building both providers, and closing again. */
    @Benchmark
    public Dompet openAndClose() {
        try (Dompet dompet = SHOP.open(NOBODY, Optional.empty())) {
            return dompet;
        }
    }
}
