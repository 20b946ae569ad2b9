package id.dompet.testkit.simulated;

import id.dompet.testkit.RandomText;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What the suite prescribes to a simulated provider and to the module's settings: the clock, the
 * merchant's secrets, and where the merchant listens. Take every secret from here: two set-ups then
 * never share one, and the suite can search whatever the module prints for it. Thread-safe.
 */
public final class SimulatorSetup {
    private static final int SECRET_LENGTH = 32;

    private final Clock clock;
    private final URI notifications;
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final RandomText random = new RandomText();

    /**
     * A set-up without secrets yet.
     *
     * @param notifications where the merchant listens
     */
    public SimulatorSetup(Clock clock, URI notifications) {
        this.clock = clock;
        this.notifications = notifications;
    }

    /** The provider's and the merchant's clock; it moves only when the suite moves it. */
    public Clock clock() {
        return clock;
    }

    /**
     * Where the merchant listens: every path below this address reaches the module, this address
     * itself included. No query.
     */
    public URI notifications() {
        return notifications;
    }

    /** A secret of this name: 32 random letters and digits, the same in every call. */
    public String secret(String name) {
        return secret(name, () -> random.pick(RandomText.MIXED, SECRET_LENGTH));
    }

    /**
     * A secret of another form, for example a key in PEM; made once, the same in every call. May be
     * made of other secrets of this set-up.
     */
    public String secret(String name, Supplier<String> made) {
        synchronized (secrets) { // not computeIfAbsent, which fails when one is made of another
            String known = secrets.get(name);
            if (known == null) {
                known = made.get();
                secrets.put(name, known);
            }
            return known;
        }
    }

    /** Every secret given out so far. */
    public Collection<String> secrets() {
        return List.copyOf(secrets.values());
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "SimulatorSetup[" + secrets.keySet() + "]";
    }
}
