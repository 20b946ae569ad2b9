package id.dompet.testkit.conformance.secrets;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The objects that a module is made of: what it gave to Guice, and what those hold. */
final class Insides {
    private static final int MOST = 5_000;
    private static final int SHARED_PARTS = 3;

    private final String home;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();

    private Insides(String home) {
        this.home = home;
    }

    /**
     * Every object of the module's own classes that can be reached.
     *
     * @param module a class of the module
     */
    static List<Object> of(Class<?> module, Collection<?> roots) {
        String[] parts = module.getPackageName().split("\\.", -1);
        String home =
                String.join(".", List.of(parts).subList(0, Math.min(SHARED_PARTS, parts.length)));
        Insides insides = new Insides(home);
        roots.forEach(insides::visit);
        List<Object> found = new ArrayList<>();
        while (!insides.open.isEmpty() && insides.seen.size() < MOST) {
            Object next = insides.open.poll();
            if (insides.isOwn(next)) {
                found.add(next);
            }
            insides.enter(next);
        }
        return found;
    }

    private boolean isOwn(Object object) {
        return object.getClass().getName().startsWith(home + ".");
    }

    private void visit(Object object) {
        if (seen.add(object)) {
            open.add(object);
        }
    }

    private void enter(Object object) {
        if (object instanceof Optional<?> optional) {
            optional.ifPresent(this::visit);
        } else if (object instanceof Collection<?> collection) {
            List.copyOf(collection).forEach(this::visit);
        } else if (object instanceof Map<?, ?> map) {
            map.forEach(
                    (key, value) -> {
                        visit(key);
                        visit(value);
                    });
        } else if (isOwn(object) || object.getClass().getName().startsWith("id.dompet.spi.")) {
            for (Class<?> type = object.getClass();
                    type != null && type != Object.class;
                    type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    read(field, object).ifPresent(this::visit);
                }
            }
        }
    }

    private static Optional<Object> read(Field field, Object object) {
        try {
            if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
                return Optional.empty();
            }
            field.setAccessible(true);
            return Optional.ofNullable(field.get(object));
        } catch (IllegalAccessException | InaccessibleObjectException e) {
            return Optional.empty(); // a module that does not open itself to tests
        }
    }
}
