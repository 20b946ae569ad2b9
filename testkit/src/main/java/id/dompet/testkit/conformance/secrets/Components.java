package id.dompet.testkit.conformance.secrets;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The texts inside a value: its own, and those of its components, however deep. */
public final class Components {
    private Components() {}

    /** By place, e.g. {@code Binding.id}; the value's own text is under its type. */
    public static Map<String, String> texts(Object value) {
        return texts(value, unused -> false);
    }

    /**
     * The same, without going into some of them.
     *
     * @param closed of these, only {@code toString} is taken
     */
    public static Map<String, String> texts(Object value, Predicate<Object> closed) {
        Map<String, String> found = new LinkedHashMap<>();
        collect(value.getClass().getSimpleName(), value, closed, found);
        return found;
    }

    private static void collect(
            String where, Object value, Predicate<Object> closed, Map<String, String> found) {
        found.put(where, String.valueOf(value));
        if (closed.test(value)) {
            return;
        }
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(inside -> collect(where, inside, closed, found));
        } else if (value instanceof Collection<?> collection) {
            int i = 0;
            for (Object each : collection) {
                collect(where + "[" + i++ + "]", each, closed, found);
            }
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                Object inside = read(component, value);
                if (inside != null) {
                    collect(where + "." + component.getName(), inside, closed, found);
                }
            }
        }
    }

    private static @Nullable Object read(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
