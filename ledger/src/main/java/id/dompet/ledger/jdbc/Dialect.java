package id.dompet.ledger.jdbc;

/** The databases that the ledger runs on. */
enum Dialect {
    /** H2, embedded or as a server. */
    H2("h2", ""),
    /** PostgreSQL. */
    POSTGRESQL("postgresql", " ON CONFLICT DO NOTHING");

    private final String folder;
    private final String unlessThere;

    Dialect(String folder, String unlessThere) {
        this.folder = folder;
        this.unlessThere = unlessThere;
    }

    /** Where its schema is. */
    String folder() {
        return folder;
    }

    /**
     * An INSERT that writes nothing if the key is taken. Where SQL cannot say so, it fails with
     * SQLState 23505 instead, which ends one statement there, not the transaction.
     */
    String insertUnlessThere(String insert) {
        return insert + unlessThere;
    }

    /**
     * The database behind a connection.
     *
     * @throws IllegalStateException if it is another
     */
    static Dialect of(String product) {
        return switch (product) {
            case "H2" -> H2;
            case "PostgreSQL" -> POSTGRESQL;
            default ->
                    throw new IllegalStateException(
                            "the ledger runs on H2 and PostgreSQL, not on " + product);
        };
    }
}
