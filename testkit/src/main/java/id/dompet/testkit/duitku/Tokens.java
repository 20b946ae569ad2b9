package id.dompet.testkit.duitku;

import id.dompet.testkit.RandomText;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Random identifiers in the shapes the provider's samples show. */
final class Tokens {

    private final RandomText random = new RandomText();
    private final Queue<String> secrets = new ConcurrentLinkedQueue<>();

    /** Every credential code and every ticket so far. */
    List<String> secrets() {
        return List.copyOf(secrets);
    }

    /**
     * 36 characters in five groups; not a UUID, the provider's sample is not hexadecimal either.
     */
    String credentialCode() {
        return kept(String.join("-", upper(8), upper(4), upper(4), upper(4), upper(12)));
    }

    String ticket() {
        return kept(random.pick(RandomText.MIXED, 32));
    }

    private String kept(String secret) {
        secrets.add(secret);
        return secret;
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
