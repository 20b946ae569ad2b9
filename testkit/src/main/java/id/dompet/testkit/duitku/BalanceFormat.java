package id.dompet.testkit.duitku;

/** How balances are written: the document's table says string, its sample shows a number. */
public enum BalanceFormat {
    /** {@code 549159}. */
    NUMBER,
    /** {@code "549159"}. */
    STRING
}
