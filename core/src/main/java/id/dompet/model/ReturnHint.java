package id.dompet.model;

import java.util.Optional;

/**
 * What a browser says when the customer comes back from paying. Anybody can write such a URL: show
 * it, ask {@code status}, and never book anything because of it.
 *
 * @param appearance what to show meanwhile
 * @param providerReference the provider's own name for the payment, unverified
 */
public record ReturnHint(Appearance appearance, Optional<String> providerReference) {

    /** What to show meanwhile. */
    public enum Appearance {
        /** It seems to have worked. */
        SUCCESS,
        /** It seems to be under way. */
        PENDING,
        /** It seems to have failed or been cancelled. */
        FAILED,
        /** Nothing that can be read, or about another payment. */
        NOTHING
    }

    /** Nothing that can be read. */
    public static ReturnHint nothing() {
        return new ReturnHint(Appearance.NOTHING, Optional.empty());
    }
}
