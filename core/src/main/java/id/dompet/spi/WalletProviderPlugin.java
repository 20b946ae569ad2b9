package id.dompet.spi;

import com.google.inject.Module;
import id.dompet.model.Problem;
import java.util.List;

/** Found by {@link java.util.ServiceLoader}; needs a public no-argument constructor. */
public interface WalletProviderPlugin {
    /** What configuration calls this kind of provider, e.g. {@code doku-snap}. */
    String type();

    /** Every setting this kind of provider reads. */
    List<Setting> settings();

    /**
     * What no single setting shows: combinations that cannot work. Called after every setting has
     * been found valid by itself. Connects to nothing.
     *
     * @return problems whose keys are the declared ones, e.g. {@code api-key}
     */
    default List<Problem> check(ProviderSettings settings) {
        return List.of();
    }

    /**
     * Binds {@link WalletProvider}. Installed once for each configured instance, in a private
     * environment that also holds {@link ProviderSettings}, {@link Credentials}, {@link TimeSource}
     * and a {@link java.util.random.RandomGenerator}; what it binds is invisible to other
     * providers.
     */
    Module module();
}
