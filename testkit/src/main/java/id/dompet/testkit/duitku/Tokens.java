package id.dompet.testkit.duitku;

import java.security.SecureRandom;

/** Random identifiers in the shapes the provider's samples show. */
final class Tokens {

    private static final String UPPER = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String MIXED = UPPER + "abcdefghijklmnopqrstuvwxyz";

    private final SecureRandom random = new SecureRandom();

    /**
     * 36 characters in five groups; not a UUID, the provider's sample is not hexadecimal either.
     */
    String credentialCode() {
        return String.join("-", upper(8), upper(4), upper(4), upper(4), upper(12));
    }

    String ticket() {
        return pick(MIXED, 32);
    }

    String reference(String merchantCode) {
        return merchantCode + upper(15);
    }

    String publisherOrderId() {
        return "MG" + upper(15);
    }

    String walletUserHash() {
        return pick(MIXED, 20);
    }

    String apiKey() {
        return pick("0123456789ABCDEF", 32);
    }

    String merchantCode() {
        return "D" + pick("0123456789", 4);
    }

    private String upper(int length) {
        return pick(UPPER, length);
    }

    private String pick(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
