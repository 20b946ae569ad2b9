package id.dompet.testkit.doku;

import id.dompet.testkit.RandomText;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Random identifiers in the shapes of DOKU's samples. Thread-safe. */
final class DokuIds {

    private static final String HEX = "0123456789abcdef";

    private final RandomText random = new RandomText();
    private final Queue<String> secrets = new ConcurrentLinkedQueue<>();

    /** Every ticket, code and token so far. */
    List<String> secrets() {
        return List.copyOf(secrets);
    }

    /** Notes that this was issued and is nobody else's business. */
    String secret(String issued) {
        secrets.add(issued);
        return issued;
    }

    /** As {@code 129260743966}. */
    String referenceNo() {
        return random.pick(RandomText.DIGITS, 12);
    }

    /** As {@code 2d0nsSJ27GFllE5IWmBghVkPW6UOFhWO}. */
    String paymentReferenceNo() {
        return random.pick(RandomText.MIXED, 32);
    }

    /** As {@code 40cd084bdb184ea6ace7bab46ac19d14}. */
    String unbindingReferenceNo() {
        return random.pick(HEX, 32);
    }

    /** The part of a page's address that nobody can guess; digits only, as in the samples. */
    String ticket() {
        return secret(random.pick(RandomText.DIGITS, 40));
    }

    String authCode() {
        return secret(random.pick(RandomText.MIXED, 32));
    }

    String refreshToken() {
        return secret(random.pick(RandomText.MIXED, 64));
    }

    String tokenId() {
        return random.pick(RandomText.MIXED, 22);
    }

    /** 36 digits, as seen live. */
    String externalId() {
        return random.pick(RandomText.DIGITS, 36);
    }
}
