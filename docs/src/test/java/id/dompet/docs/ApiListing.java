package id.dompet.docs;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What others can compile against, in lines that people can read: for every public type, and for
 * every member of it that is public or that subclasses inherit, one line. The order is the
 * alphabet's, so that the same API has the same lines on every JDK.
 */
final class ApiListing {
    private ApiListing() {}

    /** Types, as they are declared, with their members. */
    static SortedMap<String, SortedSet<String>> of(Collection<Class<?>> classes) {
        SortedMap<String, SortedSet<String>> types = new TreeMap<>();
        for (Class<?> type : classes) {
            if (isVisible(type)) {
                types.put(header(type), members(type));
            }
        }
        return types;
    }

    /** Public for the compiler only: core's workings, and those of the conformance suite. */
    private static boolean isInternal(Class<?> type) {
        return (type.getPackageName() + ".")
                .matches("id\\.dompet\\.(internal|testkit\\.conformance\\.\\w+)\\..*");
    }

    /** Whether others may name it: it and everything it stands in is public, and meant to be. */
    static boolean isVisible(Class<?> type) {
        if (isInternal(type)) {
            return false;
        }
        for (@Nullable Class<?> c = type; c != null; c = c.getEnclosingClass()) {
            if (!Modifier.isPublic(c.getModifiers())) {
                return false;
            }
        }
        return !type.isAnonymousClass() && !type.isSynthetic();
    }

    private static String header(Class<?> type) {
        boolean simple = type.isRecord() || type.isEnum() || type.isInterface();
        List<String> words = new ArrayList<>();
        words.add(
                modifiers(
                        type.getModifiers() & ~(simple ? Modifier.ABSTRACT | Modifier.FINAL : 0)));
        boolean sealed = type.isSealed() && !type.isEnum();
        words.add(sealed ? "sealed" : "");
        words.add(kind(type));
        words.add(type.getName() + variables(type.getTypeParameters()));
        Type above = firstVisible(type);
        if (!simple && above != Object.class) {
            words.add("extends " + name(above));
        }
        if (type.getGenericInterfaces().length > 0 && !type.isAnnotation()) {
            words.add(
                    (type.isInterface() ? "extends " : "implements ")
                            + names(type.getGenericInterfaces()));
        }
        if (sealed) {
            words.add("permits " + names(type.getPermittedSubclasses()));
        }
        return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    /** The nearest type above that others can name. */
    private static Type firstVisible(Class<?> type) {
        Type above = type.getGenericSuperclass();
        for (@Nullable Class<?> c = type.getSuperclass(); c != null; c = c.getSuperclass()) {
            if (isVisible(c)) {
                return above;
            }
            above = c.getGenericSuperclass();
        }
        return Object.class;
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "@interface";
        }
        if (type.isInterface()) {
            return "interface";
        }
        return type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
    }

    private static SortedSet<String> members(Class<?> type) {
        SortedSet<String> lines = new TreeSet<>();
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isVisible(type, constructor)) {
                lines.add(line(constructor, type.getSimpleName()));
            }
        }
        Set<String> overridden = new HashSet<>();
        // What is inherited from types that others cannot name belongs to this one, for them.
        for (Class<?> c : withInvisibleAncestors(type)) {
            for (Field field : c.getDeclaredFields()) {
                if (isVisible(type, field)) {
                    lines.add(
                            join(
                                    modifiers(field.getModifiers()),
                                    name(field.getGenericType()),
                                    field.getName()));
                }
            }
            for (Method method : c.getDeclaredMethods()) {
                if (isVisible(type, method)
                        && !isOfEveryType(method)
                        && !isRule(method)
                        && overridden.add(signature(method))) {
                    lines.add(
                            line(
                                    method,
                                    name(method.getGenericReturnType()) + " " + method.getName()));
                }
            }
        }
        return lines;
    }

    private static List<Class<?>> withInvisibleAncestors(Class<?> type) {
        List<Class<?>> all = new ArrayList<>(List.of(type));
        for (@Nullable Class<?> c = type.getSuperclass();
                c != null && !isVisible(c);
                c = c.getSuperclass()) {
            all.add(c);
        }
        return all;
    }

    private static boolean isVisible(Class<?> type, Member member) {
        int modifiers = member.getModifiers();
        boolean inherited =
                Modifier.isProtected(modifiers) && !Modifier.isFinal(type.getModifiers());
        return !member.isSynthetic() && (Modifier.isPublic(modifiers) || inherited);
    }

    private static String signature(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toList();
    }

    /** Records and enums have these whatever they say. */
    private static boolean isOfEveryType(Method method) {
        String signature = signature(method);
        boolean everyEnum =
                method.getDeclaringClass().isEnum()
                        && List.of("values[]", "valueOf[String]").contains(signature);
        return everyEnum
                || List.of("toString[]", "hashCode[]", "equals[Object]").contains(signature);
    }

    /** The rules of the conformance suite have a page of their own, and grow with every release. */
    private static boolean isRule(AnnotatedElement method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> type.getSimpleName().equals("Rule"));
    }

    private static String line(Executable executable, String nameAndResult) {
        int modifiers = executable.getModifiers() & ~Modifier.TRANSIENT & ~Modifier.VOLATILE;
        boolean isDefault = executable instanceof Method method && method.isDefault();
        return join(
                        modifiers(modifiers),
                        isDefault ? "default" : "",
                        variables(executable.getTypeParameters()),
                        nameAndResult)
                + "("
                + parameters(executable)
                + ")"
                + (executable.getExceptionTypes().length == 0
                        ? ""
                        : " throws " + names(executable.getGenericExceptionTypes()));
    }

    private static String parameters(Executable executable) {
        String all = names(executable.getGenericParameterTypes());
        return executable.isVarArgs() ? all.replaceFirst("\\[\\]$", "...") : all;
    }

    private static String modifiers(int modifiers) {
        int shown =
                modifiers
                        & ~Modifier.SYNCHRONIZED
                        & ~Modifier.NATIVE
                        & ~Modifier.STRICT
                        & ~Modifier.INTERFACE;
        return Modifier.toString(shown);
    }

    private static String variables(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Stream.of(variables)
                        .map(ApiListing::variable)
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    private static String variable(TypeVariable<?> variable) {
        List<Type> bounds =
                Stream.of(variable.getBounds()).filter(bound -> bound != Object.class).toList();
        return bounds.isEmpty()
                ? variable.getName()
                : variable.getName()
                        + " extends "
                        + bounds.stream().map(ApiListing::name).collect(Collectors.joining(" & "));
    }

    private static String names(Type[] types) {
        return Stream.of(types).map(ApiListing::name).collect(Collectors.joining(", "));
    }

    private static String name(Type type) {
        return type.getTypeName().replaceAll("\\bjava\\.lang\\.(?=[A-Z])", "");
    }

    private static String join(String... words) {
        return Stream.of(words)
                .filter(Objects::nonNull)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
