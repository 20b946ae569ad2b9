package id.dompet.sandbox.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The browsers of one site. Thread-safe. */
final class Sessions {
    private static final int MOST = 1_000;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> byId = new LinkedHashMap<>(16, 0.75f, true);

    /** The one the cookie names, or a new one that nobody knows yet. */
    synchronized Session of(Optional<String> cookies, String cookieName) {
        Optional<Session> known =
                cookies.stream()
                        .flatMap(text -> Arrays.stream(text.split(";", -1)))
                        .map(String::strip)
                        .filter(cookie -> cookie.startsWith(cookieName + "="))
                        .map(cookie -> byId.get(cookie.substring(cookieName.length() + 1)))
                        .flatMap(session -> Optional.ofNullable(session).stream())
                        .findFirst();
        return known.orElseGet(() -> new Session(secret(), secret()));
    }

    /** Keeps a session; the one that was used least recently goes when there are too many. */
    synchronized void keep(Session session) {
        byId.put(session.id(), session);
        if (byId.size() > MOST) {
            byId.remove(byId.keySet().iterator().next());
        }
    }

    /** Compares without telling by its duration where the difference is. */
    static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private String secret() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
