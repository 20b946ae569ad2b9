package id.dompet.testkit.simulated;

/** A fact that an answer gets wrong while everything else about it is right. */
public enum Lie {
    /** Another amount than the one charged, given back or asked about. */
    AMOUNT,
    /** Another currency. */
    CURRENCY,
    /** The merchant's reference of another payment or refund. */
    REFERENCE,
    /** In answers about refunds: another payment that the money went back for. */
    PAYMENT
}
