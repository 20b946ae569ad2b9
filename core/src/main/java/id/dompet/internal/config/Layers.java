package id.dompet.internal.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Everything a configuration was told. Immutable; {@code toString} shows keys only.
 *
 * @param strongestFirst what each source says
 * @param environment where {@code ${env:NAME}} looks
 */
public record Layers(List<Layer> strongestFirst, Map<String, String> environment) {
    /** Copies. */
    public Layers {
        strongestFirst = List.copyOf(strongestFirst);
        environment = Map.copyOf(environment);
    }

    /** The same with a stronger layer. */
    public Layers under(Layer stronger) {
        return new Layers(
                Stream.concat(Stream.of(stronger), strongestFirst.stream()).toList(), environment);
    }

    /** The value of a key as it will be read, if it can be. */
    public Optional<String> text(String key) {
        Given given = new Lookup(this, new Problems()).plain(key);
        return given.state() == Given.State.PRESENT
                ? Optional.of(given.text().strip())
                : Optional.empty();
    }

    @Override
    public String toString() {
        TreeSet<String> names = new TreeSet<>();
        strongestFirst.forEach(layer -> layer.names().forEach(n -> names.add(Keys.printable(n))));
        return names.toString();
    }
}
