package id.dompet.provider.doku;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * {@code X-EXTERNAL-ID}: digits, at most 36, unique for a partner and a day (developers.doku.com,
 * SNAP headers). The first two digits say which channel it was made for, because a binding
 * notification names the request it is about and not the wallet; the others are random.
 */
final class ExternalIds {
    private static final int LENGTH = 36;
    private static final int HALF = 17;
    private static final long BOUND_OF_HALF = 100_000_000_000_000_000L;

    private final RandomGenerator random;

    ExternalIds(RandomGenerator random) {
        this.random = random;
    }

    String next(DokuChannel channel) {
        StringBuilder digits = new StringBuilder(LENGTH).append(channel.tag());
        appendHalf(digits);
        appendHalf(digits);
        return digits.toString();
    }

    /** One question to the source of randomness for 17 digits: many callers share it. */
    private void appendHalf(StringBuilder digits) {
        String half = Long.toString(random.nextLong(BOUND_OF_HALF));
        digits.append("0".repeat(HALF - half.length())).append(half);
    }

    /** The channel of an id that this class made. */
    static Optional<DokuChannel> channel(String externalId) {
        if (externalId.length() != LENGTH) {
            return Optional.empty();
        }
        for (DokuChannel channel : DokuChannel.values()) {
            if (externalId.startsWith(channel.tag())) {
                return Optional.of(channel);
            }
        }
        return Optional.empty();
    }
}
