package id.dompet.sandbox.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The style sheet and the script that every site shares. */
final class Assets {
    private static final Map<String, String> TYPES =
            Map.of(
                    "/assets/sandbox.css", "text/css; charset=utf-8",
                    "/assets/live.js", "text/javascript; charset=utf-8");

    private Assets() {}

    static Optional<Reply> find(WebRequest.Head head) {
        return Optional.ofNullable(TYPES.get(head.path()))
                .filter(unused -> head.method().equals("GET"))
                .map(
                        type ->
                                Reply.bytes(
                                        200,
                                        type,
                                        read(head.path().substring("/assets/".length()))));
    }

    /** A file of this package. */
    static byte[] read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
