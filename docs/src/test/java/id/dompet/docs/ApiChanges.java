package id.dompet.docs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What has changed between the API that was listed and the one there is.
 *
 * @param broken what programs that compiled against the listed one may miss
 * @param added what is there now besides
 */
record ApiChanges(List<String> broken, List<String> added) {
    private static final String INDENT = "    ";

    static ApiChanges between(
            SortedMap<String, SortedSet<String>> listed,
            SortedMap<String, SortedSet<String>> present) {
        List<String> broken = new ArrayList<>();
        List<String> added = new ArrayList<>();
        listed.forEach(
                (type, members) -> {
                    SortedSet<String> now = present.get(type);
                    if (now == null) {
                        broken.add("is gone, or declared in another way: " + type);
                        return;
                    }
                    for (String member : members) {
                        if (!now.contains(member)) {
                            broken.add("is gone from " + name(type) + ": " + member);
                        }
                    }
                });
        present.forEach(
                (type, members) -> {
                    SortedSet<String> before = listed.get(type);
                    if (before == null) {
                        added.add(type);
                        return;
                    }
                    for (String member : members) {
                        if (before.contains(member)) {
                            continue;
                        }
                        if (othersMustImplement(type, member)) {
                            broken.add(
                                    "has to be written by whoever implements "
                                            + name(type)
                                            + ": "
                                            + member);
                        } else {
                            added.add(name(type) + ": " + member);
                        }
                    }
                });
        return new ApiChanges(broken, added);
    }

    /** An abstract method breaks whoever has implemented the type; a sealed one is ours alone. */
    private static boolean othersMustImplement(String type, String member) {
        return !(" " + type).contains(" sealed ") && (" " + member).contains(" abstract ");
    }

    private static String name(String type) {
        return type.replaceFirst("^.*?(?:@interface|interface|class|record|enum) ", "")
                .replaceFirst("[ <].*", "");
    }

    boolean none() {
        return broken.isEmpty() && added.isEmpty();
    }

    /** One type after the other by its name, its members indented below. */
    static String write(SortedMap<String, SortedSet<String>> types) {
        StringBuilder text = new StringBuilder();
        types.keySet().stream()
                .sorted(Comparator.comparing(ApiChanges::name).thenComparing(type -> type))
                .forEach(
                        type -> {
                            text.append(type).append('\n');
                            types.getOrDefault(type, Collections.emptySortedSet())
                                    .forEach(
                                            member ->
                                                    text.append(INDENT)
                                                            .append(member)
                                                            .append('\n'));
                        });
        return text.toString();
    }

    static SortedMap<String, SortedSet<String>> read(String text) {
        SortedMap<String, SortedSet<String>> types = new TreeMap<>();
        SortedSet<String> members = Collections.emptySortedSet();
        for (String line : text.lines().toList()) {
            if (line.startsWith(INDENT)) {
                members.add(line.substring(INDENT.length()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                members = new TreeSet<>();
                types.put(line, members);
            }
        }
        return types;
    }
}
