package id.dompet;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Makes names that nobody can guess: 128 bits in 26 characters that are safe in a path and a header
 * (RFC 4648 base 32, lower case).
 */
final class Identifiers implements Supplier<String> {
    private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final int LENGTH = 26;

    private final RandomGenerator random;

    Identifiers(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public String get() {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        StringBuilder name = new StringBuilder(LENGTH);
        for (byte b : bytes) {
            name.append(ALPHABET[b & 31]);
        }
        return name.toString();
    }
}
