package id.dompet.testkit.duitku;

/** The wallet's PIN and the patience of its page. */
final class PinCounter {

    static final String RIGHT_PIN = "123456";

    private static final int ATTEMPTS = 3;

    /** What one entry leads to. */
    enum Result {
        RIGHT,
        WRONG,
        EXHAUSTED
    }

    private int wrong;

    Result enter(String pin) {
        if (DuitkuSignatures.same(RIGHT_PIN, pin)) {
            return Result.RIGHT;
        }
        wrong++;
        return wrong < ATTEMPTS ? Result.WRONG : Result.EXHAUSTED;
    }
}
