package id.dompet.provider.doku;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.dompet.model.Secret;

/**
 * A token as requests show it, in the header and among what is signed: the merchant has one at a
 * time, which is the longest text in both. Immutable.
 */
final class BearerToken {
    private final Secret token;
    private final String header;
    private final byte[] bytes;

    BearerToken(Secret token) {
        this.token = token;
        this.header = "Bearer " + token.reveal();
        this.bytes = token.reveal().getBytes(UTF_8);
    }

    /** Whether it was made of this very object: nothing is compared that could tell by its time. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(Secret other) {
        return token == other;
    }

    /** With {@code Bearer}. */
    String header() {
        return header;
    }

    /** Without, in UTF-8, to be signed; nobody may change them. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "BearerToken[***]";
    }
}
