package id.dompet.internal.operation;

/**
 * Keeps repeats rare when a provider is down: they are paid for from a bucket that only answered
 * questions refill, so an outage is not made worse. The figures are those of the AWS SDKs' standard
 * retry mode, scaled down. Thread-safe.
 */
final class RepeatBudget {
    private static final int CAPACITY = 100;
    private static final int COST = 5;

    private int tokens = CAPACITY;

    synchronized boolean take() {
        if (tokens < COST) {
            return false;
        }
        tokens -= COST;
        return true;
    }

    synchronized void answered() {
        tokens = Math.min(CAPACITY, tokens + 1);
    }
}
