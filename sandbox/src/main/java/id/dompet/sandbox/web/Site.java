package id.dompet.sandbox.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a server serves.
 *
 * @param name in logs and in the name of the cookie: lower-case letters
 * @param routes its pages
 * @param formTargets other origins that a form may end at, by a redirect; their paths do not count
 * @param scriptToken what scripts send as {@code Authorization: Bearer ...} instead of a session's
 *     token
 */
public record Site(
        String name, Router routes, List<URI> formTargets, Optional<String> scriptToken) {

    /** Copies the list. */
    public Site {
        formTargets = List.copyOf(formTargets);
    }

    /** A site for browsers, whose forms end where they began. */
    public static Site of(String name, Router routes) {
        return new Site(name, routes, List.of(), Optional.empty());
    }

    /** The same, with forms that may lead to these. */
    public Site leadingTo(List<URI> origins) {
        return new Site(name, routes, origins, scriptToken);
    }

    /** The same, with scripts that know this. */
    public Site withScriptToken(String token) {
        return new Site(name, routes, formTargets, Optional.of(token));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Site[" + name + "]";
    }
}
