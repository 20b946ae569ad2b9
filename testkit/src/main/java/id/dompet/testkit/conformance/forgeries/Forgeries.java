package id.dompet.testkit.conformance.forgeries;

import id.dompet.http.InboundRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Forgeries made from genuine notifications, without knowing the protocol: first everything that
 * can be changed alone, then chance. The same ones for the same seed.
 */
public final class Forgeries {
    private static final int MOST_CHANGES = 4;
    private static final String ALPHABET =
            "\0\t\n \"%&'+,-./0123456789:;<=>AZ[\\]az{|}\u007f\u00e9\u00ff";

    private final List<Forgery> genuine;
    private final long seed;

    public Forgeries(List<InboundRequest> genuine, long seed) {
        this.genuine = genuine.stream().map(Forgery::of).toList();
        this.seed = seed;
    }

    long seed() {
        return seed;
    }

    /** So many, each with the number of the genuine one that it was made from. */
    public Stream<Numbered> first(int count) {
        return Stream.concat(oneByOne(), IntStream.range(0, count).mapToObj(this::byChance))
                .limit(count);
    }

    /**
     * A forgery and where it comes from.
     *
     * @param base the position of the genuine one
     */
    public record Numbered(int base, Forgery forgery) {}

    /** Everything changed alone, what is likeliest to be believed first. */
    private Stream<Numbered> oneByOne() {
        return Stream.of(
                        each(base -> body(base).telling()),
                        each(base -> head(base).telling()),
                        each(base -> head(base).exhaustive()),
                        each(base -> body(base).exhaustive()))
                .flatMap(all -> all);
    }

    private Stream<Numbered> each(IntFunction<Stream<Forgery>> changes) {
        return IntStream.range(0, genuine.size())
                .boxed()
                .flatMap(base -> changes.apply(base).map(each -> new Numbered(base, each)));
    }

    private BodyChanges body(int base) {
        return new BodyChanges(genuine.get(base), others(base).map(Forgery::body).toList());
    }

    private HeadChanges head(int base) {
        return new HeadChanges(genuine.get(base), others(base).map(Forgery::request).toList());
    }

    private Stream<Forgery> others(int base) {
        return IntStream.range(0, genuine.size())
                .filter(each -> each != base)
                .mapToObj(genuine::get);
    }

    private Numbered byChance(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        int base = random.nextInt(genuine.size());
        Forgery forgery = genuine.get(base);
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int i = 0; i < changes; i++) {
            forgery = changed(forgery, random);
        }
        return new Numbered(base, forgery);
    }

    private Forgery changed(Forgery forgery, Random random) {
        Forgery other = genuine.get(random.nextInt(genuine.size()));
        return switch (random.nextInt(7)) {
            case 0 -> forgery.body(edited(forgery.body(), random), "the body edited");
            case 1, 2 -> value(forgery, other, random);
            case 3 -> forgery.target(edited(forgery.request().target(), random), "the path edited");
            case 4 -> header(forgery, other, random);
            case 5 -> headerValue(forgery, random);
            default -> spliced(forgery, other, random);
        };
    }

    private static Forgery value(Forgery forgery, Forgery other, Random random) {
        String body = forgery.body();
        List<Leaf> mine = Leaf.of(body);
        List<Leaf> theirs = Leaf.of(other.body());
        if (mine.isEmpty() || theirs.isEmpty()) {
            return forgery.body(edited(body, random), "the body edited");
        }
        Leaf place = pick(mine, random);
        String value =
                switch (random.nextInt(3)) {
                    case 0 -> pick(theirs, random).in(other.body());
                    case 1 -> edited(place.in(body), random);
                    default ->
                            pick(new ArrayList<>(TextChanges.of(place.in(body)).values()), random);
                };
        return forgery.body(place.replaced(body, value), "another " + place.name());
    }

    private static Forgery header(Forgery forgery, Forgery other, Random random) {
        List<String> names = forgery.ownHeaders();
        if (names.isEmpty()) {
            return forgery.headers(other.request(), "the headers of another one");
        }
        String name = pick(names, random);
        return switch (random.nextInt(3)) {
            case 0 -> forgery.header(name, List.of(), "without " + name);
            case 1 -> forgery.header(name, other.request().header(name), name + " of another one");
            default ->
                    forgery.header(
                            name,
                            forgery.request().header(pick(names, random)),
                            name + " from elsewhere");
        };
    }

    private static Forgery headerValue(Forgery forgery, Random random) {
        List<String> names = forgery.ownHeaders();
        if (names.isEmpty()) {
            return forgery.target("/", "sent to '/'");
        }
        String name = pick(names, random);
        String value = forgery.request().header(name).get(0);
        String other =
                random.nextBoolean()
                        ? edited(value, random)
                        : pick(new ArrayList<>(TextChanges.of(value).values()), random);
        return forgery.header(name, List.of(other), name + " edited");
    }

    /** The beginning of one body and the end of another. */
    private static Forgery spliced(Forgery forgery, Forgery other, Random random) {
        String mine = forgery.body();
        String theirs = other.body();
        int at = random.nextInt(Math.min(mine.length(), theirs.length()) + 1);
        return forgery.body(mine.substring(0, at) + theirs.substring(at), "spliced at " + at);
    }

    private static String edited(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(3));
        char[] put = new char[random.nextInt(3)];
        for (int i = 0; i < put.length; i++) {
            put[i] = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        }
        return text.substring(0, at) + new String(put) + text.substring(end);
    }

    private static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
