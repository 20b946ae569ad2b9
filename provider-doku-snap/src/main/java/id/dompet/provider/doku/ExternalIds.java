package id.dompet.provider.doku;

import java.nio.ByteBuffer;
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

    /** One question to the source of randomness, which many callers share. */
    String next(DokuChannel channel) {
        byte[] bytes = new byte[2 * Long.BYTES];
        random.nextBytes(bytes);
        ByteBuffer halves = ByteBuffer.wrap(bytes);
        StringBuilder digits = new StringBuilder(LENGTH).append(channel.tag());
        appendHalf(digits, halves.getLong());
        appendHalf(digits, halves.getLong());
        return digits.toString();
    }

    private static void appendHalf(StringBuilder digits, long random) {
        String half = Long.toString(Long.remainderUnsigned(random, BOUND_OF_HALF));
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
