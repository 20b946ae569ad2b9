package id.dompet.benchmarks.load;

import static id.dompet.benchmarks.load.LoadSection.figure;

import id.dompet.benchmarks.figure.Figure;
import java.util.function.Consumer;

/**
 * What a contest says about one client.
 *
 * @param contest that was run
 * @param client its name
 * @param raw the limit's name
 * @param apache the name of what Dompet is built on
 */
record Report(Contest contest, String client, String raw, String apache) {

    void tell(String table, String row, Consumer<Figure> out) {
        out.accept(figure(table, row, "of raw", contest.ratio(client, raw, Round::rate)));
        out.accept(
                figure(
                        table,
                        row,
                        "of tuned HttpClient 5",
                        contest.ratio(client, apache, Round::rate)));
        out.accept(figure(table, row, "calls/s", contest.median(client, Round::rate)));
        out.accept(figure(table, row, "CPU, x raw", contest.ratio(client, raw, Round::cpuMicros)));
        out.accept(figure(table, row, "CPU, µs", contest.median(client, Round::cpuMicros)));
        out.accept(figure(table, row, "B/call", contest.median(client, Round::bytes)));
        out.accept(figure(table, row, "p50, µs", contest.median(client, Round::p50Micros)));
        out.accept(figure(table, row, "p99, µs", contest.median(client, Round::p99Micros)));
        out.accept(figure(table, row, "p99, x raw", contest.ratio(client, raw, Round::p99Micros)));
    }
}
