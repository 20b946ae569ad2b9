package id.dompet.testkit.doku;

/** What check status answers about a payment nobody knows. */
public enum UnknownPayment {
    /** HTTP 404 with 4045501. */
    CODE_4045501,
    /** 2005500 with {@code latestTransactionStatus} 07. */
    STATUS_07
}
