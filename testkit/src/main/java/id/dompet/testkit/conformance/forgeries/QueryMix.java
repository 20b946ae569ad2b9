package id.dompet.testkit.conformance.forgeries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Return parameters put together from two returns of browsers.
 *
 * @param foreign the names that were taken from the other return
 * @param query the result
 */
public record QueryMix(Set<String> foreign, String query) {
    private static final int MOST_NAMES = 5;
    private static final int LONG = 20_000;

    /** Every mixture with at least one foreign parameter, of a return of one's own and another. */
    public static List<QueryMix> of(String own, String other) {
        Map<String, String> mine = split(own);
        Map<String, String> theirs = split(other);
        List<String> names = List.copyOf(theirs.keySet());
        List<QueryMix> mixes = new ArrayList<>();
        if (names.isEmpty()) {
            return mixes;
        }
        int varied = Math.min(names.size(), MOST_NAMES);
        for (int choice = 1; choice < 1 << varied; choice++) {
            Map<String, String> mixed = new LinkedHashMap<>(mine);
            Set<String> foreign = new LinkedHashSet<>();
            for (int i = 0; i < names.size(); i++) {
                if (i >= varied || (choice >> i & 1) == 1) {
                    mixed.put(names.get(i), theirs.getOrDefault(names.get(i), ""));
                    foreign.add(names.get(i));
                }
            }
            mixes.add(new QueryMix(foreign, join(mixed)));
        }
        return mixes;
    }

    /** Queries that no provider makes, with the names that this one uses. */
    public static List<String> garbage(String genuine) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "",
                                "=",
                                "&&&",
                                "%",
                                "%zz=1",
                                "a=%00%01%1f",
                                "a=%ff%fe",
                                "%F0%28%8C%28=1",
                                "a=1&a=2",
                                "x=" + "y".repeat(LONG),
                                "\u202e=\ud83d\ude00",
                                "a[]=1&a[b]=2",
                                "?a=1?b=2#c"));
        for (String name : split(genuine).keySet()) {
            all.add(name);
            all.add(name + "=");
            all.add(name + "=%20%09%0d%0a");
            all.add(name + "=%00%7f");
            all.add(name + "=" + "9".repeat(LONG));
            all.add(name + "=null");
            all.add(name + "=-1");
            all.add(name + "=1&" + name + "=2");
            all.add(name + "=%22%5c%7b%7d%3c%3e%26");
        }
        return all;
    }

    /** Short and printable. */
    public static String shown(String query) {
        String text = query.replaceAll("[^\\x20-\\x7e]", "?");
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }

    private static Map<String, String> split(String query) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                found.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return found;
    }

    private static String join(Map<String, String> parameters) {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, value) -> pairs.add(name + "=" + value));
        return String.join("&", pairs);
    }

    @Override
    public String toString() {
        return "another return's " + String.join(", ", foreign);
    }
}
