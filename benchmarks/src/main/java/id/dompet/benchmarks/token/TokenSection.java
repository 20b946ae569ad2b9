package id.dompet.benchmarks.token;

import id.dompet.benchmarks.Effort;
import id.dompet.benchmarks.Section;
import id.dompet.benchmarks.figure.Figure;
import java.time.Duration;
import java.util.function.Consumer;

/** 64 callers, a token that lives for a second, a provider that takes 100 ms to give one. */
public final class TokenSection implements Section {
    /** The table's title. */
    public static final String TABLE = "Token cache, 64 callers";

    /** All is well. */
    public static final String RENEWALS = "a token that lives for 1 s, fetched in 100 ms";

    /** The provider gives no token. */
    public static final String OUTAGE = "no token to be had";

    private static final int CALLERS = 64;

    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public void run(Effort effort, Consumer<Figure> out) throws InterruptedException {
        Duration time = Duration.ofMillis(effort.of(300, 4_000, 10_000));
        Crowd well = new Crowd(true);
        well.run(CALLERS, time);
        out.accept(figure(RENEWALS, "requests per life", well.fetchesPerLife(time)));
        out.accept(figure(RENEWALS, "calls that took > 20 ms", well.stalled()));
        out.accept(figure(RENEWALS, "longest call, ms", well.longestMillis()));
        out.accept(figure(RENEWALS, "answered", (double) well.answered()));
        Crowd ill = new Crowd(false);
        Duration outage = Duration.ofMillis(effort.of(300, 2_000, 10_000));
        ill.run(CALLERS, outage);
        out.accept(figure(OUTAGE, "requests", ill.fetches()));
        out.accept(figure(OUTAGE, "longest call, ms", ill.longestMillis()));
        out.accept(figure(OUTAGE, "requests a second", ill.fetches() * 1e9 / outage.toNanos()));
    }

    private static Figure figure(String row, String column, double value) {
        return new Figure(new Figure.Place(TABLE, row, column), value);
    }
}
