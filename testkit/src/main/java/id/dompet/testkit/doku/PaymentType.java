package id.dompet.testkit.doku;

/** How a customer confirms a payment. */
enum PaymentType {
    /** On a page of the linked wallet. */
    SALE,
    /** Not at all: a linked wallet is debited at once. */
    RECURRING,
    /** In the wallet's own app. */
    JUMP_APP
}
