package id.dompet.testkit.doku;

import id.dompet.testkit.RandomText;

/** Random identifiers in the shapes of DOKU's samples. Thread-safe. */
final class DokuIds {

    private static final String HEX = "0123456789abcdef";

    private final RandomText random = new RandomText();

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
        return random.pick(RandomText.DIGITS, 40);
    }

    String authCode() {
        return random.pick(RandomText.MIXED, 32);
    }

    String refreshToken() {
        return random.pick(RandomText.MIXED, 64);
    }

    String tokenId() {
        return random.pick(RandomText.MIXED, 22);
    }

    /** 36 digits, as seen live. */
    String externalId() {
        return random.pick(RandomText.DIGITS, 36);
    }
}
