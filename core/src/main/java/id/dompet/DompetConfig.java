package id.dompet;

import id.dompet.internal.config.Layer;
import id.dompet.internal.config.Layers;
import id.dompet.internal.config.PropertiesFile;
import id.dompet.model.DompetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Settings as text, from a file, the environment, system properties and the program. They are
 * checked, all at once, when a facade is opened with them.
 *
 * <p>The stronger source wins, key by key: the program's settings, then system properties, then
 * environment variables, then the file. A blank value counts as none, and hides weaker ones.
 *
 * <ul>
 *   <li>Keys begin with {@code dompet.}, as in {@code dompet.duitku.api-key}. The environment
 *       variable for it is {@code DOMPET_DUITKU_API_KEY}: dots and dashes become underscores.
 *   <li>{@code ${env:NAME}} in a value, from whichever source but the environment, is replaced by
 *       that variable, once; <code>$${</code> stands for a plain <code>${</code>.
 *   <li>A secret may stand in a file of its own, UTF-8 and at most 64 KiB: {@code
 *       dompet.duitku.api-key-file = /run/secrets/key} or {@code DOMPET_DUITKU_API_KEY_FILE}. One
 *       line break at its end is cut off.
 * </ul>
 *
 * <p>Immutable and thread-safe; {@code toString} shows keys only.
 */
public final class DompetConfig {
    private final Layers layers;

    private DompetConfig(Layers layers) {
        this.layers = layers;
    }

    /** These settings and no others. */
    public static DompetConfig of(Map<String, String> settings) {
        return builder().settings(settings).build();
    }

    /**
     * The settings in a file, overridden by environment variables and, stronger, by system
     * properties.
     *
     * @param propertiesFile UTF-8, at most 1 MiB, in the format of {@link Properties}
     * @throws DompetException.Misconfigured if the file is missing, cannot be read, is malformed or
     *     has a key twice; names the file and, if known, the line
     */
    public static DompetConfig load(Path propertiesFile) {
        return builder().file(propertiesFile).environment().systemProperties().build();
    }

    /** Environment variables, overridden by system properties. */
    public static DompetConfig fromEnvironment() {
        return builder().environment().systemProperties().build();
    }

    /** Chooses the sources one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** A copy in which these settings override all others. */
    public DompetConfig with(Map<String, String> settings) {
        return new DompetConfig(layers.under(Layer.ofSettings(settings)));
    }

    /**
     * The value a setting has before anything is checked: of the strongest source that names it,
     * references replaced, blanks around it cut off. For the application's own use, such as serving
     * the path of a provider's {@code callback-url}; secrets in files are not read.
     *
     * @return empty if no source names it, its value is blank, or a reference cannot be replaced
     */
    public Optional<String> text(String key) {
        return layers.text(key);
    }

    /** What each source says, for the one who checks it. */
    Layers layers() {
        return layers;
    }

    @Override
    public String toString() {
        return "DompetConfig" + layers;
    }

    /**
     * Collects sources; their order of strength does not depend on the order of the calls. Naming a
     * source again replaces what it said before. Not thread-safe.
     */
    public static final class Builder {
        private Optional<Path> file = Optional.empty();
        private Optional<Map<String, String>> environment = Optional.empty();
        private Optional<Layer> systemProperties = Optional.empty();
        private Optional<Layer> settings = Optional.empty();

        private Builder() {}

        /** The weakest source: a file in the format of {@link Properties}, in UTF-8. */
        public Builder file(Path propertiesFile) {
            file = Optional.of(propertiesFile);
            return this;
        }

        /** The variables of this process. */
        public Builder environment() {
            return environment(System.getenv());
        }

        /** These variables instead of the process's, also for {@code ${env:NAME}}. */
        public Builder environment(Map<String, String> variables) {
            environment = Optional.of(Map.copyOf(variables));
            return this;
        }

        /** The system properties of this process, as they are now. */
        public Builder systemProperties() {
            return systemProperties(System.getProperties());
        }

        /** Those of these that begin with {@code dompet.}, as they are now. */
        public Builder systemProperties(Properties properties) {
            systemProperties = Optional.of(Layer.ofSystemProperties(properties));
            return this;
        }

        /** The strongest source. */
        public Builder settings(Map<String, String> values) {
            settings = Optional.of(Layer.ofSettings(values));
            return this;
        }

        /**
         * Reads the file, if there is one. Nothing else is checked yet.
         *
         * @throws DompetException.Misconfigured as {@link DompetConfig#load} does
         */
        public DompetConfig build() {
            List<Layer> strongestFirst = new ArrayList<>();
            settings.ifPresent(strongestFirst::add);
            systemProperties.ifPresent(strongestFirst::add);
            environment.map(Layer::ofEnvironment).ifPresent(strongestFirst::add);
            file.map(PropertiesFile::read).ifPresent(strongestFirst::add);
            return new DompetConfig(
                    new Layers(strongestFirst, environment.orElseGet(System::getenv)));
        }
    }
}
