package id.dompet.spi;

import id.dompet.model.ProviderId;
import id.dompet.model.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings of one instance, already validated: getters do not fail for declared keys of the
 * right kind. Injected by core. Thread-safe; {@code toString} shows no values.
 *
 * <p>Asking for a key that was not declared, or that is optional and absent, is an {@link
 * IllegalArgumentException}: a bug of the provider module.
 */
public interface ProviderSettings {
    /** The configured name of the instance. */
    ProviderId id();

    /** Sandbox or production. */
    Environment environment();

    /** Whether there is a value, given or by default. */
    boolean has(String key);

    /** The value of a {@code TEXT} or {@code CHOICE}. */
    String text(String key);

    /** The value of a {@code SECRET}. */
    Secret secret(String key);

    /** The value of a {@code URI}. */
    URI uri(String key);

    /** The value of a {@code DURATION}. */
    Duration duration(String key);

    /** The value of an {@code INTEGER}. */
    default int integer(String key) {
        return Integer.parseInt(text(key));
    }

    /** The value of a {@code LIST}. */
    List<String> list(String key);

    /** The value of a {@code URI}, if there is one. */
    default Optional<URI> optionalUri(String key) {
        return has(key) ? Optional.of(uri(key)) : Optional.empty();
    }
}
