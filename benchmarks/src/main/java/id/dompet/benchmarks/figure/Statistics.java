package id.dompet.benchmarks.figure;

import java.util.Arrays;
import java.util.Collection;

/** Medians and quantiles. */
public final class Statistics {
    private Statistics() {}

    /** The middle one, or the mean of the two in the middle. */
    public static double median(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * The value that this share of the values is not above.
     *
     * @param values are sorted by this
     * @param share 0 to 1
     */
    public static double quantile(long[] values, double share) {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        Arrays.sort(values);
        return values[(int) Math.min(values.length - 1L, (long) (share * values.length))];
    }
}
