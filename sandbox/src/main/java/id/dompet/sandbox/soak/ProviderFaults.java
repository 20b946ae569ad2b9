package id.dompet.sandbox.soak;

import id.dompet.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * What a provider does wrong with one request, before it has done what it was asked for or after.
 */
final class ProviderFaults {
    private static final List<Fault> ALL =
            List.of(
                    Fault.connectionReset(),
                    Fault.connectionReset().afterEffect(),
                    Fault.connectionClosed(),
                    Fault.connectionClosed().afterEffect(),
                    Fault.hang(),
                    Fault.hang().afterEffect(),
                    Fault.status(503),
                    Fault.status(503).afterEffect(),
                    Fault.status(500),
                    Fault.withStatus(500),
                    Fault.tooManyRequests(1),
                    Fault.htmlPage(),
                    Fault.htmlPage().afterEffect(),
                    Fault.emptyBody().afterEffect(),
                    Fault.garbage().afterEffect(),
                    Fault.truncatedBody(12),
                    Fault.delay(Duration.ofMillis(400)),
                    Fault.drip(40, Duration.ofMillis(30)));

    private ProviderFaults() {}

    /** Any of them. */
    static Fault any(Random random) {
        return ALL.get(random.nextInt(ALL.size()));
    }
}
