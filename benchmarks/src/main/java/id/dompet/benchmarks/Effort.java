package id.dompet.benchmarks;

/** How much time a run may take. */
public enum Effort {
    /** Everything once, to see that it works; the figures mean nothing. */
    SMOKE,
    /** The goals, under a minute. */
    QUICK,
    /** Everything, in about a quarter of an hour. */
    LONG;

    /** One of three values. */
    public int of(int smoke, int quick, int full) {
        return switch (this) {
            case SMOKE -> smoke;
            case QUICK -> quick;
            case LONG -> full;
        };
    }
}
