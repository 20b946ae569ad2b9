package id.dompet.testkit.conformance.forgeries;

import id.dompet.http.InboundRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everything that is tried, one after the other, with what comes before the body of one genuine
 * notification: method, path and headers.
 */
final class HeadChanges {
    private static final List<String> METHODS =
            List.of("GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "post", "Post", "");
    private static final List<String> TYPES =
            List.of(
                    "",
                    "text/plain",
                    "application/json",
                    "application/json; charset=utf-16",
                    "application/x-www-form-urlencoded",
                    "application/x-www-form-urlencoded; charset=iso-8859-1",
                    "multipart/form-data; boundary=x",
                    "application/xml");

    private final Forgery genuine;
    private final InboundRequest request;
    private final List<InboundRequest> others;

    /**
     * @param others other genuine ones
     */
    HeadChanges(Forgery genuine, List<InboundRequest> others) {
        this.genuine = genuine;
        this.request = genuine.request();
        this.others = others;
    }

    /** Those that try to say something else, in an order that does not change. */
    Stream<Forgery> telling() {
        return Stream.of(exchanged(), fields(), headers(), swapped(), targets(), methods())
                .flatMap(each -> each);
    }

    /** The body of one under the headers of another, all of them or one. */
    private Stream<Forgery> exchanged() {
        return others.stream()
                .flatMap(
                        other ->
                                Stream.concat(
                                        Stream.of(
                                                genuine.headers(
                                                        other, "the headers of another one"),
                                                genuine.body(
                                                        other.body().bytes(),
                                                        "the body of another one")),
                                        genuine.ownHeaders().stream()
                                                .map(
                                                        name ->
                                                                genuine.header(
                                                                        name,
                                                                        other.header(name),
                                                                        "the header "
                                                                                + name
                                                                                + " of another one"))));
    }

    /** Fields of another one as headers and in the query. */
    private Stream<Forgery> fields() {
        return others.stream()
                .map(Forgery::text)
                .flatMap(
                        body ->
                                Leaf.of(body).stream()
                                        .flatMap(leaf -> field(leaf.name(), leaf.in(body))));
    }

    private Stream<Forgery> field(String name, String value) {
        String what = "the field " + name + " of another one as a ";
        return Stream.of(
                genuine.header(name, List.of(value), what + "header"),
                genuine.header("X-" + name, List.of(value), what + "header X-" + name),
                genuine.target(request.target() + "?" + name + "=" + value, what + "parameter"));
    }

    private Stream<Forgery> headers() {
        return Stream.concat(
                genuine.ownHeaders().stream().flatMap(this::header),
                TYPES.stream()
                        .map(
                                type ->
                                        genuine.header(
                                                "Content-Type",
                                                List.of(type),
                                                "the content type '" + type + "'")));
    }

    private Stream<Forgery> header(String name) {
        String value = request.header(name).get(0);
        String header = "the header " + name;
        return Stream.concat(
                Stream.of(
                        genuine.header(name, List.of(), header + " removed"),
                        genuine.header(name, List.of(value, value), header + " twice"),
                        genuine.header(name, List.of("", value), header + " twice, first empty"),
                        genuine.header(name, List.of(value, ""), header + " twice, then empty")),
                TextChanges.of(value).entrySet().stream()
                        .map(
                                change ->
                                        genuine.header(
                                                name,
                                                List.of(change.getValue()),
                                                header + " " + change.getKey())));
    }

    private Stream<Forgery> swapped() {
        List<String> names = genuine.ownHeaders();
        return IntStream.range(0, names.size())
                .boxed()
                .flatMap(
                        i ->
                                IntStream.range(i + 1, names.size())
                                        .mapToObj(j -> swapped(names.get(i), names.get(j))));
    }

    private Forgery swapped(String one, String two) {
        return genuine.header(one, request.header(two), "the header %s as %s".formatted(two, one))
                .header(two, request.header(one), "the other way round too");
    }

    private Stream<Forgery> targets() {
        String target = request.target();
        return Stream.of(
                        "",
                        "/",
                        target + "/",
                        target + "/x",
                        target + "?",
                        target + "?x=1",
                        target + ";x=1",
                        target + "#x",
                        "/" + target,
                        "/x" + target,
                        "/x/.." + target,
                        target.toUpperCase(java.util.Locale.ROOT),
                        "/" + TextChanges.percent(target.substring(1)),
                        "http://merchant.example" + target)
                .map(other -> genuine.target(other, "sent to '" + other + "'"));
    }

    private Stream<Forgery> methods() {
        return METHODS.stream().map(method -> genuine.method(method, "as '" + method + "'"));
    }

    /** Every bit flipped. */
    Stream<Forgery> exhaustive() {
        return Stream.concat(
                genuine.ownHeaders().stream()
                        .flatMap(
                                name ->
                                        flipped(request.header(name).get(0))
                                                .map(
                                                        value ->
                                                                genuine.header(
                                                                        name,
                                                                        List.of(value),
                                                                        "a bit of the header "
                                                                                + name
                                                                                + " flipped"))),
                flipped(request.target())
                        .map(target -> genuine.target(target, "a bit of the path flipped")));
    }

    private static Stream<String> flipped(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return IntStream.range(0, bytes.length * Byte.SIZE)
                .mapToObj(
                        bit -> {
                            byte[] copy = bytes.clone();
                            copy[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                            return new String(copy, StandardCharsets.ISO_8859_1);
                        });
    }
}
