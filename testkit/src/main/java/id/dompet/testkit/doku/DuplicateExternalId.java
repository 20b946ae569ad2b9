package id.dompet.testkit.doku;

/** What a request is answered whose X-EXTERNAL-ID was used before on that day. */
public enum DuplicateExternalId {
    /**
     * The same request: the first answer's body again, with HTTP 409 (DOKU, Idempotency Request).
     */
    REPLAY,
    /** Always 409xx00 (SNAP standard). */
    CONFLICT
}
