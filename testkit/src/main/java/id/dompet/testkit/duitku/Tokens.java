package id.dompet.testkit.duitku;

import id.dompet.testkit.RandomText;

/** Random identifiers in the shapes the provider's samples show. */
final class Tokens {

    private final RandomText random = new RandomText();

    /**
     * 36 characters in five groups; not a UUID, the provider's sample is not hexadecimal either.
     */
    String credentialCode() {
        return String.join("-", upper(8), upper(4), upper(4), upper(4), upper(12));
    }

    String ticket() {
        return random.pick(RandomText.MIXED, 32);
    }

    String reference(String merchantCode) {
        return merchantCode + upper(15);
    }

    String publisherOrderId() {
        return "MG" + upper(15);
    }

    String walletUserHash() {
        return random.pick(RandomText.MIXED, 20);
    }

    String apiKey() {
        return random.pick("0123456789ABCDEF", 32);
    }

    String merchantCode() {
        return "D" + random.pick(RandomText.DIGITS, 4);
    }

    private String upper(int length) {
        return random.pick(RandomText.UPPER, length);
    }
}
