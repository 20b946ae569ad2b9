package id.dompet.testkit.doku;

import id.dompet.testkit.SimulatorRequest;
import java.util.Optional;

/** Reads the two token headers. */
final class BearerToken {

    private static final String SCHEME = "Bearer";

    private BearerToken() {}

    /**
     * The merchant's token; only with {@code Bearer}, as every document and library sends it. Empty
     * text when nothing follows that word.
     */
    static Optional<String> merchant(SimulatorRequest request) {
        return request.header("Authorization").flatMap(BearerToken::afterScheme);
    }

    /**
     * The customer's token, with or without {@code Bearer}: DOKU's pages show it with, its
     * libraries for Node, Java and Python send it without.
     */
    static Optional<String> customer(SimulatorRequest request) {
        return request.header("Authorization-customer")
                .map(value -> afterScheme(value).orElse(value.strip()));
    }

    private static Optional<String> afterScheme(String value) {
        String rest =
                value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                        ? value.substring(SCHEME.length())
                        : "x";
        return rest.isEmpty() || rest.startsWith(" ")
                ? Optional.of(rest.strip())
                : Optional.empty();
    }
}
