package id.dompet.spi;

/**
 * What a provider can do for one wallet. Paying includes asking for the status: no charge that
 * cannot be asked about.
 */
public enum Capability {
    /** Link a customer's wallet. */
    BIND,
    /** End a link. */
    UNBIND,
    /** Ask what a linked wallet holds. */
    BALANCE,
    /** Tell the customer how to put money into the wallet. */
    TOP_UP_INSTRUCTIONS,
    /** Charge a linked wallet with the customer at hand. */
    PAY_LINKED,
    /** Charge a linked wallet with the customer elsewhere. */
    PAY_UNATTENDED,
    /** Charge a wallet that is not linked, confirmed in the wallet's app. */
    PAY_REDIRECT,
    /** Give back all or part of a payment. */
    REFUND,
    /** Tell the merchant's server about payments. */
    NOTIFY
}
