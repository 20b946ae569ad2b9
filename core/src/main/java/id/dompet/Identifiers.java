package id.dompet;

import com.google.common.io.BaseEncoding;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Makes names that nobody can guess: 128 bits in 26 characters that are safe in a path and a header
 * (RFC 4648 base 32, lower case).
 */
final class Identifiers implements Supplier<String> {
    private static final BaseEncoding TEXT = BaseEncoding.base32().lowerCase().omitPadding();
    private static final int BYTES = 16;

    private final RandomGenerator random;

    Identifiers(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public String get() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return TEXT.encode(bytes);
    }
}
