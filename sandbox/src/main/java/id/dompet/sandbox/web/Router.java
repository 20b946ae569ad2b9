package id.dompet.sandbox.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which method and path go to which handler. In a path, <code>{name}</code> stands for one segment.
 * Built on one thread, then read by many.
 */
public final class Router {
    private final List<Route> routes = new ArrayList<>();

    /**
     * One line of it.
     *
     * @param guarded whether a token is needed
     */
    record Route(String method, List<String> segments, boolean guarded, Handler handler) {}

    /** What a request was led to. */
    record Match(Route route, Map<String, String> names) {}

    /** Reads something. */
    public Router get(String path, Handler handler) {
        return add("GET", path, false, handler);
    }

    /** Changes something; refused without the token of the session or of the site. */
    public Router post(String path, Handler handler) {
        return add("POST", path, true, handler);
    }

    /** Hears a POST from somebody who has no session, and proves itself in another way. */
    public Router inbound(String path, Handler handler) {
        return add("POST", path, false, handler);
    }

    private Router add(String method, String path, boolean guarded, Handler handler) {
        routes.add(new Route(method, segments(path), guarded, handler));
        return this;
    }

    /** The first route that fits; refused with 404 or 405 when none does. */
    Match find(String method, String rawPath) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        List<String> segments = segments(rawPath);
        TreeSet<String> others = new TreeSet<>();
        for (Route route : routes) {
            Optional<Map<String, String>> names = match(route.segments(), segments);
            if (names.isPresent() && route.method().equals(wanted)) {
                return new Match(route, names.get());
            }
            names.ifPresent(unused -> others.add(route.method()));
        }
        if (others.isEmpty()) {
            throw Refused.missing("There is nothing at this address.");
        }
        throw Refused.of(
                405,
                others.stream().collect(Collectors.joining(" or ", "Here one can only use ", ".")));
    }

    private static Optional<Map<String, String>> match(List<String> pattern, List<String> path) {
        if (pattern.size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String want = pattern.get(i);
            if (want.startsWith("{")) {
                names.put(want.substring(1, want.length() - 1), UrlText.decodeSegment(path.get(i)));
            } else if (!want.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(names);
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }
}
