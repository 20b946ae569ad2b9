package id.dompet.model;

import java.util.regex.Pattern;

/**
 * Which e-wallet. Open on purpose: a provider may offer one that core has never heard of.
 *
 * @param code upper-case letters, digits and underscores, at most 32
 */
public record Wallet(String code) {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,31}");

    /** OVO. */
    public static final Wallet OVO = new Wallet("OVO");

    /** ShopeePay. */
    public static final Wallet SHOPEEPAY = new Wallet("SHOPEEPAY");

    /** DANA. */
    public static final Wallet DANA = new Wallet("DANA");

    /** LinkAja. */
    public static final Wallet LINKAJA = new Wallet("LINKAJA");

    /** GoPay. */
    public static final Wallet GOPAY = new Wallet("GOPAY");

    /** Refuses codes of another form. */
    public Wallet {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "wallet codes are upper-case letters, digits and underscores, such as OVO: '"
                            + code
                            + "'");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
