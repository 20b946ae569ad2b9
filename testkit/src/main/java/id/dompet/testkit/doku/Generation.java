package id.dompet.testkit.doku;

/** Which of the two path families a request belongs to; their bodies differ. */
enum Generation {
    /** One path per operation, the channel in {@code additionalInfo.channel}. */
    CURRENT,
    /** One path per operation and channel, no channel in the body. */
    ARCHIVE
}
