package id.dompet.testkit.conformance.forgeries;

import id.dompet.http.InboundRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The values in a genuine notification that prove where it comes from: signatures and tokens. They
 * are found by what the module does: long values of no meaning without which it refuses.
 */
public final class Carriers {
    /**
     * One such value.
     *
     * @param name of the header or field
     * @param value without a word such as {@code Bearer} before it
     * @param header whether it is a header
     * @param put makes the same notification with another value in its place
     */
    public record Carrier(
            String name, String value, boolean header, Function<String, Forgery> put) {
        /** Whether its name says that it is a signature, a token or the like. */
        boolean isNamedLikeOne() {
            return NAMED.matcher(name).find();
        }

        /** Whether both are the same signature, however it is spelled. */
        boolean isTheSameAs(Carrier other) {
            return header == other.header
                    && name.equalsIgnoreCase(other.name)
                    && meansTheSame(value, other.value);
        }

        @Override
        public String toString() {
            return (header ? "header " : "field ") + name;
        }
    }

    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9+/=_.-]{16,}");
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?i)sign|hmac|mac$|hash|digest|checksum|auth|token|verif|secret|(^|[-_])sig");
    private static final int SAMPLES = 3;

    private final Predicate<InboundRequest> believed;
    private final Random random;

    /**
     * @param believed whether the module takes a request for genuine
     */
    public Carriers(Predicate<InboundRequest> believed, long seed) {
        this.believed = believed;
        this.random = new Random(seed);
    }

    /** Every value that could be one. */
    static List<Carrier> candidates(InboundRequest genuine) {
        Forgery start = Forgery.of(genuine);
        List<Carrier> all = new ArrayList<>();
        for (String name : start.ownHeaders()) {
            String value = genuine.header(name).get(0);
            int word = value.lastIndexOf(' ') + 1;
            all.add(
                    new Carrier(
                            name,
                            value.substring(word),
                            true,
                            other ->
                                    start.header(
                                            name,
                                            List.of(value.substring(0, word) + other),
                                            "another " + name)));
        }
        String body = start.body();
        for (Leaf leaf : Leaf.of(body)) {
            all.add(
                    new Carrier(
                            leaf.name(),
                            leaf.in(body),
                            false,
                            other ->
                                    start.body(
                                            leaf.replaced(body, other), "another " + leaf.name())));
        }
        return all.stream().filter(each -> OPAQUE.matcher(each.value()).matches()).toList();
    }

    /** Those without which the module refuses. */
    public List<Carrier> in(InboundRequest genuine) {
        return candidates(genuine).stream().filter(this::isNeeded).toList();
    }

    private boolean isNeeded(Carrier carrier) {
        return Stream.generate(() -> scrambled(carrier.value()))
                .limit(SAMPLES)
                .noneMatch(other -> believed.test(carrier.put().apply(other).request()));
    }

    /** Other characters of the same kinds everywhere. */
    private String scrambled(String value) {
        StringBuilder out = new StringBuilder();
        boolean hex = TextChanges.isHex(value);
        value.chars().forEach(c -> out.append(other((char) c, hex)));
        return out.toString();
    }

    /** Another character of the same kind. */
    private char other(char c, boolean hex) {
        String kind = kind(c, hex);
        if (kind.isEmpty()) {
            return c;
        }
        int at = kind.indexOf(c);
        return kind.charAt((at + 1 + random.nextInt(kind.length() - 1)) % kind.length());
    }

    private static String kind(char c, boolean hex) {
        String lower = hex ? "abcdef" : "abcdefghijklmnopqrstuvwxyz";
        for (String kind : List.of("0123456789", lower, lower.toUpperCase(Locale.ROOT))) {
            if (kind.indexOf(c) >= 0) {
                return kind;
            }
        }
        return "";
    }

    /** A value that is believed although a part of it is wrong; empty if there is none. */
    public Optional<String> lax(Carrier carrier) {
        String value = carrier.value();
        List<String> others = new ArrayList<>();
        boolean hex = TextChanges.isHex(value);
        for (int i = 0; i < value.length(); i++) {
            char other = other(value.charAt(i), hex);
            others.add(value.substring(0, i) + other + value.substring(i + 1));
        }
        for (int length : new int[] {1, 8, value.length() / 2, value.length() - 1}) {
            others.add(value.substring(0, length));
            others.add(value.substring(value.length() - length));
        }
        others.add(value + value);
        return others.stream()
                .filter(other -> !meansTheSame(value, other))
                .filter(other -> believed.test(carrier.put().apply(other).request()))
                .findFirst()
                .map(other -> difference(value, other));
    }

    /** Two spellings of the same bytes are the same signature. */
    private static boolean meansTheSame(String one, String other) {
        return one.equals(other)
                || TextChanges.decoded(one)
                        .flatMap(
                                bytes ->
                                        TextChanges.decoded(other)
                                                .map(more -> Arrays.equals(bytes, more)))
                        .orElse(false);
    }

    private static String difference(String value, String other) {
        if (value.length() != other.length()) {
            return other.length() + " characters of " + value.length();
        }
        int at = Arrays.mismatch(value.toCharArray(), other.toCharArray());
        return "character %d of %d is wrong".formatted(at + 1, value.length());
    }
}
