package id.dompet.model;

import java.util.Optional;

/**
 * Paying part of an amount with the wallet's points or coins.
 *
 * @param part exactly this much; empty for as much as the wallet will take
 */
public record Points(Optional<Money> part) {

    /** As much as the wallet will take, the rest in cash. */
    public static Points asManyAsPossible() {
        return new Points(Optional.empty());
    }

    /** Exactly this part in points, the rest in cash. */
    public static Points exactly(Money part) {
        return new Points(Optional.of(part));
    }
}
