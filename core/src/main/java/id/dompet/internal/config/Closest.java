package id.dompet.internal.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds what somebody may have meant: the fewest letters added, lost, replaced or swapped. */
final class Closest {
    private static final int LONGEST = 150;

    private Closest() {}

    /**
     * The nearest candidate, if it is near enough.
     *
     * @param given how many letters at the beginning everybody shares and nobody gets wrong
     */
    static Optional<String> to(String word, Collection<String> candidates, int given) {
        String wanted = plain(word);
        if (wanted.length() > LONGEST) {
            return Optional.empty();
        }
        int most = Math.min(3, Math.max(1, (wanted.length() - given) / 3));
        String best = "";
        for (String candidate : new TreeSet<>(candidates)) {
            int distance = distance(wanted, plain(candidate));
            if (distance <= most) {
                most = distance - 1;
                best = candidate;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** As a question for the reader, or other words if nothing is near. */
    static String question(Optional<String> closest, String otherwise) {
        return closest.map(key -> "did you mean '" + key + "'?").orElse(otherwise);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
