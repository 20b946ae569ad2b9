package id.dompet.testkit.conformance.forgeries;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everything that is tried, one after the other, with the body of one genuine notification. */
final class BodyChanges {
    private static final List<String> TAILS =
            List.of(
                    " ",
                    "\n",
                    "\0",
                    "0",
                    "}",
                    "]",
                    "&",
                    "&a=b",
                    "{}",
                    "null",
                    "\u00ef\u00bb\u00bf");

    private final Forgery genuine;
    private final String body;
    private final List<Leaf> leaves;
    private final List<String> others;

    /**
     * @param others the bodies of other genuine ones
     */
    BodyChanges(Forgery genuine, List<String> others) {
        this.genuine = genuine;
        this.body = genuine.body();
        this.leaves = Leaf.of(body);
        this.others = others;
    }

    /** Those that try to say something else, in an order that does not change. */
    Stream<Forgery> telling() {
        return Stream.of(exchanged(), doubled(), values(), moved(), swapped(), grown())
                .flatMap(each -> each);
    }

    /** Every bit flipped, every byte left out, a cut at every place. */
    Stream<Forgery> exhaustive() {
        return Stream.concat(bits(), cuts());
    }

    /** Values of other genuine notifications in the places of its own. */
    private Stream<Forgery> exchanged() {
        return others.stream()
                .flatMap(
                        other ->
                                Leaf.of(other).stream()
                                        .flatMap(theirs -> exchanged(theirs, theirs.in(other))));
    }

    private Stream<Forgery> exchanged(Leaf theirs, String value) {
        return leaves.stream()
                .filter(leaf -> leaf.name().equals(theirs.name()))
                .filter(leaf -> !leaf.in(body).equals(value))
                .map(
                        leaf ->
                                genuine.body(
                                        leaf.replaced(body, value),
                                        "the field " + leaf.name() + " of another one"));
    }

    /** Fields that come twice, the second time as another genuine notification has them. */
    private Stream<Forgery> doubled() {
        return others.stream()
                .flatMap(
                        other ->
                                Leaf.of(other).stream()
                                        .flatMap(
                                                theirs ->
                                                        doubled(theirs.name(), theirs.in(other))));
    }

    private Stream<Forgery> doubled(String name, String value) {
        String what = "the field " + name + " of another one besides its own";
        if (body.startsWith("{")) {
            String field = "\"" + name + "\":\"" + value + "\"";
            return Stream.of(
                    genuine.body("{" + field + "," + body.substring(1), what),
                    genuine.body(
                            body.substring(0, body.lastIndexOf('}')) + "," + field + "}", what));
        }
        return Stream.of(
                genuine.body(name + "=" + value + "&" + body, what),
                genuine.body(body + "&" + name + "=" + value, what),
                genuine.target(genuine.request().target() + "?" + name + "=" + value, what));
    }

    /** Every value changed in every way that a value can be. */
    private Stream<Forgery> values() {
        return leaves.stream()
                .flatMap(
                        leaf ->
                                TextChanges.of(leaf.in(body)).entrySet().stream()
                                        .map(change -> changed(leaf, change)));
    }

    private Forgery changed(Leaf leaf, Map.Entry<String, String> change) {
        return genuine.body(
                leaf.replaced(body, change.getValue()),
                "the field " + leaf.name() + " " + change.getKey());
    }

    /** Characters moved from one value to the next, which leaves their sequence as it was. */
    private Stream<Forgery> moved() {
        return IntStream.range(0, leaves.size())
                .boxed()
                .flatMap(
                        i ->
                                IntStream.range(0, leaves.size())
                                        .filter(j -> j != i)
                                        .boxed()
                                        .flatMap(j -> moved(leaves.get(i), leaves.get(j))));
    }

    private Stream<Forgery> moved(Leaf left, Leaf right) {
        return TextChanges.moved(left.in(body), right.in(body)).stream()
                .map(
                        parts ->
                                genuine.body(
                                        both(left, parts[0], right, parts[1]),
                                        "characters moved between %s and %s"
                                                .formatted(left.name(), right.name())));
    }

    private String both(Leaf one, String first, Leaf two, String second) {
        // The later one first, so that the earlier one's place stays.
        return one.start() < two.start()
                ? one.replaced(two.replaced(body, second), first)
                : two.replaced(one.replaced(body, first), second);
    }

    private Stream<Forgery> swapped() {
        return IntStream.range(0, leaves.size())
                .boxed()
                .flatMap(
                        i ->
                                IntStream.range(i + 1, leaves.size())
                                        .mapToObj(j -> swapped(leaves.get(i), leaves.get(j))));
    }

    private Forgery swapped(Leaf one, Leaf two) {
        return genuine.body(
                both(one, two.in(body), two, one.in(body)),
                "the fields %s and %s exchanged".formatted(one.name(), two.name()));
    }

    private Stream<Forgery> bits() {
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        return IntStream.range(0, bytes.length * Byte.SIZE)
                .mapToObj(
                        bit -> {
                            byte[] copy = bytes.clone();
                            copy[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                            return genuine.body(copy, "bit %d of the body flipped".formatted(bit));
                        });
    }

    private Stream<Forgery> cuts() {
        return IntStream.range(0, body.length())
                .boxed()
                .flatMap(
                        at ->
                                Stream.of(
                                        genuine.body(
                                                body.substring(0, at), "the body cut after " + at),
                                        genuine.body(
                                                body.substring(0, at) + body.substring(at + 1),
                                                "byte %d of the body left out".formatted(at)),
                                        genuine.body(
                                                body.substring(0, at) + " " + body.substring(at),
                                                "a space put at " + at)));
    }

    private Stream<Forgery> grown() {
        return TAILS.stream()
                .flatMap(
                        tail ->
                                Stream.of(
                                        genuine.body(body + tail, "something after the body"),
                                        genuine.body(tail + body, "something before the body")));
    }
}
