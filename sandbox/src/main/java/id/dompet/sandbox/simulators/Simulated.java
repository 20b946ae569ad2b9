package id.dompet.sandbox.simulators;

import java.net.URI;
import java.util.Map;

/** A simulated provider that runs, and what its clients must be told. */
public interface Simulated extends AutoCloseable {
    /** Where it listens. */
    URI address();

    /**
     * What a merchant writes below {@code dompet.<instance>.} to use it, but for the address of
     * notifications.
     */
    Map<String, String> settings();

    /** Registers where notifications go, at a provider where that is not said in each request. */
    void notifyAt(URI address);

    @Override
    void close();
}
