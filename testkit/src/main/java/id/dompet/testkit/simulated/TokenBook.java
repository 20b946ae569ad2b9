package id.dompet.testkit.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tokens with a life. Not thread-safe. */
final class TokenBook {
    private final SimulatorSetup setup;
    private final Secrets secrets;
    private final Map<String, Token> tokens = new HashMap<>();

    private record Token(String subject, Instant expiresAt) {}

    TokenBook(SimulatorSetup setup, Secrets secrets) {
        this.setup = setup;
        this.secrets = secrets;
    }

    String issue(String subject, Duration life) {
        String token = secrets.next();
        tokens.put(token, new Token(subject, setup.clock().instant().plus(life)));
        return token;
    }

    /** Whom it was issued for; empty if it was never issued, has expired or was revoked. */
    Optional<String> subject(String token) {
        return Optional.ofNullable(tokens.get(token))
                .filter(found -> setup.clock().instant().isBefore(found.expiresAt()))
                .map(Token::subject);
    }

    void revokeAll() {
        tokens.clear();
    }
}
