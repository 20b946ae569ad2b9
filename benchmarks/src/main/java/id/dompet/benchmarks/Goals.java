package id.dompet.benchmarks;

import static id.dompet.benchmarks.figure.Goal.atLeast;
import static id.dompet.benchmarks.figure.Goal.atMost;

import id.dompet.benchmarks.figure.Goal;
import id.dompet.benchmarks.ledger.LedgerSection;
import id.dompet.benchmarks.load.LoadSection;
import id.dompet.benchmarks.parts.PartsSection;
import id.dompet.benchmarks.start.StartSection;
import id.dompet.benchmarks.token.TokenSection;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What Dompet promises about its speed. Limits are of the same run, but for a few of the machine.
 */
final class Goals {
    private static final String PARTS = PartsSection.TABLE;
    private static final String RATIO = PartsSection.RATIO;
    private static final String BYTES = PartsSection.BYTES;

    private Goals() {}

    /** Those of a short or a long run on this Java, and of charges on another one. */
    static List<Goal> of(Effort effort, OptionalInt otherJava) {
        int jdk = Runtime.version().feature();
        List<Goal> goals = new ArrayList<>(parts());
        goals.addAll(load(jdk));
        goals.addAll(efficiency(jdk));
        otherJava.ifPresent(other -> goals.addAll(load(other)));
        goals.addAll(tokens());
        goals.addAll(start());
        goals.add(
                atMost(
                        "P9",
                        "a charge with the ledger on H2: half a millisecond",
                        LedgerSection.COST,
                        LedgerSection.H2,
                        "p50, ms",
                        0.5));
        if (effort != Effort.QUICK) {
            goals.addAll(onlyLong());
        }
        return goals;
    }

    private static List<Goal> parts() {
        return List.of(
                atMost(
                        "P1",
                        "write and sign a charge: little more than the JDK's part of it",
                        PARTS,
                        PartsSection.SIGN,
                        RATIO,
                        1.10),
                atMost("P1", "bytes allocated by that", PARTS, PartsSection.SIGN, BYTES, 2_800),
                atLeast(
                        "P1",
                        "times faster than with a new ObjectMapper for each signature",
                        PARTS,
                        PartsSection.SIGN_NEW_MAPPER,
                        RATIO,
                        3.0),
                atMost(
                        "P2",
                        "verify a notification: little more than the JDK's part of it",
                        PARTS,
                        PartsSection.VERIFY,
                        RATIO,
                        1.35),
                atMost("P2", "bytes allocated by that", PARTS, PartsSection.VERIFY, BYTES, 2_000),
                atLeast(
                        "P2",
                        "times faster than with a new ObjectMapper for each signature",
                        PARTS,
                        PartsSection.VERIFY_NEW_MAPPER,
                        RATIO,
                        3.7),
                atLeast(
                        "P2",
                        "times faster than stripe-java with the same webhook",
                        PARTS,
                        PartsSection.WEBHOOK_STRIPE,
                        RATIO,
                        5.0),
                atMost("P6", "a token from the cache, ns", PARTS, PartsSection.TOKEN, "ns", 50),
                atMost(
                        "P7",
                        "an RSA signature: the JDK's, with a key that is parsed once",
                        PARTS,
                        PartsSection.SIGN_TOKEN,
                        RATIO,
                        1.02));
    }

    private static List<Goal> load(int jdk) {
        String pay = LoadSection.pay(jdk);
        String row = LoadSection.row(16, LoadSection.DOMPET);
        return List.of(
                atLeast(
                        "P3",
                        "pay over HTTP, 16 callers, JDK " + jdk + ": of a raw socket's calls",
                        pay,
                        row,
                        "of raw",
                        LoadSection.shareOfRaw(jdk)),
                atLeast(
                        "P3",
                        "of the calls of a tuned HttpClient 5 with precomputed bytes",
                        pay,
                        row,
                        "of tuned HttpClient 5",
                        0.95),
                atMost("P3", "its CPU, times a raw socket's", pay, row, "CPU, x raw", 2.6));
    }

    private static List<Goal> efficiency(int jdk) {
        String pay = LoadSection.pay(jdk);
        String row = LoadSection.row(16, LoadSection.DOMPET);
        return List.of(
                atMost("P3", "its p99, times a raw socket's", pay, row, "p99, x raw", 2.0),
                atLeast(
                        "P4",
                        "a provider that takes 50 ms, 64 callers: of a raw socket's calls",
                        LoadSection.SLOW,
                        LoadSection.DOMPET,
                        "of raw",
                        0.97),
                atMost("P9", "CPU of one charge, end to end, µs", pay, row, "CPU, µs", 30),
                atMost(
                        "P9",
                        "bytes allocated by one charge, end to end",
                        pay,
                        row,
                        "B/call",
                        20_000));
    }

    private static List<Goal> tokens() {
        return List.of(
                atMost(
                        "P6",
                        "64 callers: token requests for each life of a token",
                        TokenSection.TABLE,
                        TokenSection.RENEWALS,
                        "requests per life",
                        1.3),
                atMost(
                        "P6",
                        "64 callers: calls that a planned renewal holds up for 20 ms",
                        TokenSection.TABLE,
                        TokenSection.RENEWALS,
                        "calls that took > 20 ms",
                        0),
                atMost(
                        "P6",
                        "in an outage: token requests a second",
                        TokenSection.TABLE,
                        TokenSection.OUTAGE,
                        "requests a second",
                        8),
                atMost(
                        "P6",
                        "in an outage: no caller waits longer than one fetch of 100 ms, ms",
                        TokenSection.TABLE,
                        TokenSection.OUTAGE,
                        "longest call, ms",
                        150));
    }

    private static List<Goal> start() {
        return List.of(
                atMost(
                        "P8",
                        "main to the first signed answer, ms",
                        StartSection.TABLE,
                        StartSection.PLAIN,
                        "ms",
                        650),
                atMost(
                        "P7",
                        "classes of Bouncy Castle's that this loads",
                        StartSection.TABLE,
                        StartSection.BOUNCY_CASTLE,
                        "classes",
                        0));
    }

    private static List<Goal> onlyLong() {
        List<Goal> goals = new ArrayList<>();
        goals.add(
                atMost(
                        "P8",
                        "with a class archive: of that without",
                        StartSection.TABLE,
                        StartSection.ARCHIVED,
                        StartSection.OF_PLAIN,
                        0.55));
        goals.add(
                atLeast(
                        "P3",
                        "pay, 16 callers: times the calls of java.net.http",
                        LoadSection.OTHERS,
                        "java.net.http",
                        "Dompet is x",
                        2.2));
        goals.add(
                atLeast(
                        "P3",
                        "pay, 16 callers: times the calls of OkHttp",
                        LoadSection.OTHERS,
                        "OkHttp",
                        "Dompet is x",
                        1.2));
        goals.add(
                atLeast(
                        "P4",
                        "a provider that takes 50 ms: times the calls of HttpClient 5 as it comes",
                        LoadSection.SLOW,
                        "HttpClient 5, defaults",
                        "Dompet is x",
                        12));
        goals.add(
                atLeast(
                        "P4",
                        "a provider that takes 50 ms: times the calls of HttpClient 4 as it comes",
                        LoadSection.SLOW,
                        "HttpClient 4, defaults",
                        "Dompet is x",
                        30));
        goals.add(
                atLeast(
                        "P5",
                        "HTTPS: CPU of a client for each call, times Dompet's",
                        LoadSection.TLS,
                        "a new client for each call",
                        "CPU, x Dompet",
                        100));
        goals.add(
                atMost(
                        "P5",
                        "HTTPS, 16 callers: connections opened",
                        LoadSection.TLS,
                        LoadSection.DOMPET,
                        "connections opened",
                        32));
        for (String operation : LedgerSection.OPERATIONS) {
            goals.add(
                    atMost(
                            "growth",
                            "ledger on H2, " + operation + ": a million rows, times a thousand",
                            LedgerSection.GROWTH,
                            operation + ", " + LedgerSection.H2,
                            LedgerSection.LARGEST_TO_SMALLEST,
                            2.0));
        }
        return goals;
    }
}
