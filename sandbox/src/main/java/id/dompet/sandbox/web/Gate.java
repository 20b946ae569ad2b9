package id.dompet.sandbox.web;

import java.util.Optional;

/** Decides what is let in: by host, by route, by token. Thread-safe. */
final class Gate {
    private static final String BEARER = "Bearer ";

    /** The field of a form that holds the token. */
    static final String TOKEN_FIELD = "token";

    /** For scripts of the site's own pages. */
    private static final String TOKEN_HEADER = "Sandbox-Token";

    private final Site site;
    private final HostRule hosts;
    private final String cookie;
    private final Sessions sessions = new Sessions();

    Gate(Site site, String host, int port) {
        this.site = site;
        this.hosts = new HostRule(host);
        // Cookies know no ports: two sites on one machine would take each other's.
        this.cookie = "dompet-%s-%d".formatted(site.name(), port);
    }

    Reply pass(WebRequest.Head head, byte[] body) {
        if (!hosts.allows(head.header("Host"))) {
            throw Refused.of(
                    421,
                    "Use the address the sandbox printed: by name, only localhost is answered.");
        }
        Optional<Reply> asset = Assets.find(head);
        if (asset.isPresent()) {
            return asset.get();
        }
        Router.Match match = site.routes().find(head.method(), head.path());
        Session session = sessions.of(head.header("Cookie"), cookie);
        WebRequest request = new WebRequest(head, body, session, match.names());
        if (match.route().guarded() && !isAllowed(request)) {
            throw Refused.of(
                    403,
                    "This request carries no valid token, so nothing was changed. Load the page"
                            + " again, or send Authorization: Bearer with the script token.");
        }
        Reply reply = match.route().handler().answer(request);
        if (!session.isShown()) {
            return reply;
        }
        sessions.keep(session);
        return reply.with(
                "Set-Cookie",
                "%s=%s; Path=/; HttpOnly; SameSite=Lax".formatted(cookie, session.id()));
    }

    private boolean isAllowed(WebRequest request) {
        String bearer =
                request.header("Authorization")
                        .filter(value -> value.startsWith(BEARER))
                        .map(value -> value.substring(BEARER.length()).strip())
                        .orElse("");
        if (site.scriptToken().filter(token -> Sessions.same(token, bearer)).isPresent()) {
            return true;
        }
        String given =
                request.isForm()
                        ? request.field(TOKEN_FIELD)
                        : request.header(TOKEN_HEADER).orElse("");
        return request.session().hasToken(given);
    }
}
