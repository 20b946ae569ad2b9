package id.dompet.testkit.conformance.secrets;

import id.dompet.model.BindAttempt;
import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Notification;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Secret;
import java.net.URI;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Everything that a merchant's program could print during a run. Nothing that is tried here fails
 * the run: other rules judge what operations come to.
 */
public final class Overheard {
    /**
     * One text.
     *
     * @param where it was found
     * @param text all of it
     */
    public record Text(String where, String text) {}

    private final Set<Text> values = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Set<Text> exceptions = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Set<Text> threads = Collections.synchronizedSet(new LinkedHashSet<>());
    private int steps;

    /** Does it, and notes what it returned or threw. */
    <T> Optional<T> hear(String what, Supplier<? extends T> operation) {
        steps++;
        try {
            T value = operation.get();
            value(what, value);
            return Optional.of(value);
        } catch (RuntimeException | Error e) {
            exception(what, e);
            return Optional.empty();
        } finally {
            threads(what);
        }
    }

    /** A value that a merchant holds. */
    void value(String what, Object value) {
        Components.texts(value, Overheard::isClosed)
                .forEach(
                        (where, text) -> {
                            // Attempts hold one-time addresses, and say so.
                            if (!(where.endsWith(".action") || where.endsWith(".fields"))) {
                                values.add(new Text(what + ": " + where, text));
                            }
                        });
    }

    private static boolean isClosed(Object value) {
        return value instanceof BindAttempt
                || value instanceof Customer
                || value instanceof PhoneNumber
                || value instanceof Secret
                || value instanceof Money
                || value instanceof URI
                || value instanceof Notification.Handshake;
    }

    /** What an object says about itself. */
    void object(String what, Object object) {
        try {
            values.add(new Text(what + ": " + object.getClass().getName(), object.toString()));
        } catch (RuntimeException e) {
            exception(what, e);
        }
    }

    /** An exception with everything that hangs on it. */
    void exception(String what, Throwable thrown) {
        exception(what, thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private void exception(String what, Throwable thrown, Set<Throwable> seen) {
        if (!seen.add(thrown)) {
            return;
        }
        exceptions.add(new Text(what + ": " + thrown.getClass().getName(), String.valueOf(thrown)));
        exceptions.add(
                new Text(
                        what + ": " + thrown.getClass().getName(),
                        String.valueOf(thrown.getMessage())));
        if (thrown.getCause() != null) {
            exception(what, thrown.getCause(), seen);
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            exception(what, suppressed, seen);
        }
    }

    /** The names of all threads. */
    public void threads(String what) {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            threads.add(new Text("while " + what + ": the name of a thread", thread.getName()));
        }
    }

    public Set<Text> values() {
        return new LinkedHashSet<>(values);
    }

    public Set<Text> exceptions() {
        return new LinkedHashSet<>(exceptions);
    }

    public Set<Text> threads() {
        return new LinkedHashSet<>(threads);
    }

    /** How many operations were tried. */
    public int steps() {
        return steps;
    }
}
