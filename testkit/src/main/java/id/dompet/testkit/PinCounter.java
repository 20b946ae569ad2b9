package id.dompet.testkit;

/** The PIN of every simulated wallet and the patience of its page. Not thread-safe. */
public final class PinCounter {

    /** The PIN of every simulated wallet. */
    public static final String RIGHT_PIN = "123456";

    private static final int ATTEMPTS = 3;

    /** What one entry leads to. */
    public enum Result {
        /** The right PIN. */
        RIGHT,
        /** A wrong one; another try is left. */
        WRONG,
        /** A wrong one, and no try is left. */
        EXHAUSTED
    }

    private int wrong;

    /** A counter that has seen no entry yet. */
    public PinCounter() {}

    /** How many tries are left. */
    public int left() {
        return ATTEMPTS - wrong;
    }

    /** Takes one entry. */
    public Result enter(String pin) {
        if (pin.equals(RIGHT_PIN)) {
            return Result.RIGHT;
        }
        wrong++;
        return wrong < ATTEMPTS ? Result.WRONG : Result.EXHAUSTED;
    }
}
