package id.dompet.internal.credential;

import id.dompet.spi.CredentialStore.Credential;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * A credential with the two moments that matter: from {@code staleAt} on somebody renews it while
 * the others go on with it; from {@code deadAt} on nobody uses it.
 *
 * @param credential as stored
 * @param staleAt a fifth of its life before the end, spread so that a fleet does not renew at once
 * @param deadAt a little before the end, so that it does not run out on the way
 */
record Lifetime(Credential credential, Instant staleAt, Instant deadAt) {
    private static final Duration LONGEST_LIFE = Duration.ofDays(3650);
    private static final Duration LONGEST_SAFETY = Duration.ofSeconds(30);

    static Lifetime of(Credential credential, Instant now, RandomGenerator random) {
        if (credential.expiresAt().isEmpty()) {
            return new Lifetime(credential, Instant.MAX, Instant.MAX);
        }
        Instant end = credential.expiresAt().get();
        Duration life = min(Duration.between(now, end), LONGEST_LIFE);
        if (life.isNegative() || life.isZero()) {
            return new Lifetime(credential, now, now);
        }
        Duration safety = min(life.dividedBy(30), LONGEST_SAFETY);
        Duration spread = Duration.ofMillis(random.nextLong(life.toMillis() / 15 + 1));
        return new Lifetime(
                credential, end.minus(life.dividedBy(5)).minus(spread), end.minus(safety));
    }

    boolean isFresh(Instant now) {
        return now.isBefore(staleAt);
    }

    boolean isAlive(Instant now) {
        return now.isBefore(deadAt);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
