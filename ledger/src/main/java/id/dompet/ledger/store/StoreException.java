package id.dompet.ledger.store;

/** The database could not be asked, or its answer was lost. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what was tried; the cause says what failed. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
