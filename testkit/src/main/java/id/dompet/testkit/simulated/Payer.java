package id.dompet.testkit.simulated;

import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import java.util.Optional;

/**
 * Whose wallet a charge is taken from.
 *
 * @param wallet which wallet
 * @param phone whose; empty for whoever opens the page
 * @param credential the link it is charged through; empty for a charge without a link
 * @param points how much of the charge is taken from the wallet's points instead of its cash
 */
public record Payer(
        Wallet wallet, Optional<PhoneNumber> phone, Optional<String> credential, long points) {

    /** Refuses a negative number of points. */
    public Payer {
        if (points < 0) {
            throw new IllegalArgumentException("points are not negative: " + points);
        }
    }

    /** The owner of a linked wallet. */
    public static Payer linked(Link link) {
        return new Payer(
                link.wallet(), Optional.of(link.phone()), Optional.of(link.credential()), 0);
    }

    /** The owner of a wallet that is not linked, where the request names the phone number. */
    public static Payer of(Wallet wallet, PhoneNumber phone) {
        return new Payer(wallet, Optional.of(phone), Optional.empty(), 0);
    }

    /**
     * Whoever opens the page, where the request names nobody: {@link Books#PASSER_BY} unless the
     * page is told another phone number.
     */
    public static Payer anyone(Wallet wallet) {
        return new Payer(wallet, Optional.empty(), Optional.empty(), 0);
    }

    /**
     * The same, with so much of the charge taken from the wallet's points: refused like too little
     * money if it has fewer.
     */
    public Payer withPoints(long part) {
        return new Payer(wallet, phone, credential, part);
    }

    Payer named(PhoneNumber opener) {
        return new Payer(wallet, Optional.of(opener), credential, points);
    }

    /** Without the credential. */
    @Override
    public String toString() {
        return "Payer[%s, %s]".formatted(wallet, phone.map(PhoneNumber::toString).orElse("anyone"));
    }
}
