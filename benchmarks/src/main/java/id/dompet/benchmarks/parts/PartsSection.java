package id.dompet.benchmarks.parts;

import id.dompet.benchmarks.Effort;
import id.dompet.benchmarks.Section;
import id.dompet.benchmarks.figure.Figure;
import id.dompet.benchmarks.figure.Statistics;
import id.dompet.provider.doku.SnapSigningBenchmark;
import id.dompet.provider.doku.SnapVerifyingBenchmark;
import id.dompet.provider.duitku.DuitkuSigningBenchmark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * JMH, one short iteration of each benchmark after the other, again and again in one process: a
 * ratio is taken within a round, so that a busy moment of the machine hits both sides of it.
 */
public final class PartsSection implements Section {
    /** The table's title. */
    public static final String TABLE = "Parts";

    /** A column: the median of the ratios, round by round. */
    public static final String RATIO = "of the work beside it";

    /** A column: what is allocated. */
    public static final String BYTES = "B";

    /** A row, as the other rows that goals judge. */
    public static final String SIGN = "SNAP: write and sign a charge";

    /** A row. */
    public static final String SIGN_NEW_MAPPER = "SNAP: sign, a new ObjectMapper each time";

    /** A row. */
    public static final String SIGN_TOKEN = "SNAP: sign a token request (RSA)";

    /** A row. */
    public static final String VERIFY = "SNAP: verify a notification";

    /** A row. */
    public static final String VERIFY_NEW_MAPPER = "SNAP: verify, a new ObjectMapper each time";

    /** A row. */
    public static final String WEBHOOK_STRIPE = "the same webhook with stripe-java";

    /** A row. */
    public static final String TOKEN = "token from the cache";

    /** What goals judge: these, and the ones beside them, are all that the short form measures. */
    private static final Set<String> JUDGED =
            Set.of(
                    SIGN,
                    SIGN_NEW_MAPPER,
                    SIGN_TOKEN,
                    VERIFY,
                    VERIFY_NEW_MAPPER,
                    WEBHOOK_STRIPE,
                    TOKEN);

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** A benchmark and the one its time is divided by; itself where there is no other. */
    private record Part(String row, Class<?> type, String method, String beside) {
        Part(String row, Class<?> type, String method) {
            this(row, type, method, method);
        }

        String benchmark() {
            return type.getName() + "." + method;
        }

        String besideBenchmark() {
            return type.getName() + "." + beside;
        }
    }

    private static final List<Part> PARTS =
            List.of(
                    new Part(SIGN, SnapSigningBenchmark.class, "sign", "signLimit"),
                    new Part("SNAP: the JDK's part of it", SnapSigningBenchmark.class, "signLimit"),
                    new Part(
                            SIGN_NEW_MAPPER,
                            SnapSigningBenchmark.class,
                            "signThroughNewMapper",
                            "sign"),
                    new Part(SIGN_TOKEN, SnapSigningBenchmark.class, "signToken", "signTokenLimit"),
                    new Part(
                            "SNAP: the JDK's part of it (RSA)",
                            SnapSigningBenchmark.class,
                            "signTokenLimit"),
                    new Part(VERIFY, SnapVerifyingBenchmark.class, "verify", "verifyLimit"),
                    new Part(
                            "SNAP: the JDK's part of it (verifying)",
                            SnapVerifyingBenchmark.class,
                            "verifyLimit"),
                    new Part(
                            "SNAP: verify one with white space",
                            SnapVerifyingBenchmark.class,
                            "verifySpaced",
                            "verify"),
                    new Part(
                            VERIFY_NEW_MAPPER,
                            SnapVerifyingBenchmark.class,
                            "verifyThroughNewMapper",
                            "verify"),
                    new Part(
                            "SNAP: minify and digest",
                            SnapVerifyingBenchmark.class,
                            "minify",
                            "minifyLimit"),
                    new Part("SNAP: digest alone", SnapVerifyingBenchmark.class, "minifyLimit"),
                    new Part(
                            "Duitku: sign an account link call",
                            DuitkuSigningBenchmark.class,
                            "signLink",
                            "signLinkLimit"),
                    new Part(
                            "Duitku: SHA-256 alone", DuitkuSigningBenchmark.class, "signLinkLimit"),
                    new Part(
                            "Duitku: sign a charge (HMAC-SHA256)",
                            DuitkuSigningBenchmark.class,
                            "signInquiry",
                            "signInquiryLimit"),
                    new Part(
                            "Duitku: HMAC-SHA256 alone",
                            DuitkuSigningBenchmark.class,
                            "signInquiryLimit"),
                    new Part(
                            "Duitku: sign a charge (legacy, MD5)",
                            DuitkuSigningBenchmark.class,
                            "signLegacy",
                            "signLegacyLimit"),
                    new Part("Duitku: MD5 alone", DuitkuSigningBenchmark.class, "signLegacyLimit"),
                    new Part(
                            "Duitku: verify a callback",
                            DuitkuSigningBenchmark.class,
                            "verifyCallback",
                            "signInquiryLimit"),
                    new Part(
                            "webhook of 600 bytes, HMAC-SHA256",
                            DuitkuSigningBenchmark.class,
                            "verifyWebhook"),
                    new Part(
                            WEBHOOK_STRIPE,
                            DuitkuSigningBenchmark.class,
                            "verifyWebhookStripe",
                            "verifyWebhook"),
                    new Part(TOKEN, FacadeBenchmark.class, "tokenHit"),
                    new Part(
                            "read the configuration, open, close",
                            FacadeBenchmark.class,
                            "openAndClose"));

    private final Map<String, List<Double>> nanos = new LinkedHashMap<>();
    private final Map<String, List<Double>> bytes = new LinkedHashMap<>();

    @Override
    public String name() {
        return "parts";
    }

    @Override
    public void run(Effort effort, Consumer<Figure> out) throws RunnerException {
        // Several builds on one machine must not wait for each other.
        System.setProperty("jmh.ignoreLock", "true");
        List<Part> parts = effort == Effort.QUICK ? judged() : PARTS;
        int warmUps = effort.of(0, 2, 4);
        for (int i = 0; i < warmUps; i++) {
            round(parts, effort.of(1, 250, 500));
        }
        nanos.clear();
        bytes.clear();
        int rounds = effort.of(1, 11, 25);
        for (int i = 0; i < rounds; i++) {
            round(parts, effort.of(1, 25, 50));
        }
        for (Part part : parts) {
            out.accept(figure(part, RATIO, ratio(part)));
            out.accept(figure(part, "ns", median(nanos, part)));
            out.accept(figure(part, BYTES, median(bytes, part)));
        }
    }

    private static List<Part> judged() {
        Set<String> needed =
                PARTS.stream()
                        .filter(part -> JUDGED.contains(part.row()))
                        .flatMap(part -> Stream.of(part.benchmark(), part.besideBenchmark()))
                        .collect(Collectors.toSet());
        return PARTS.stream().filter(part -> needed.contains(part.benchmark())).toList();
    }

    private void round(List<Part> parts, int millis) throws RunnerException {
        for (Part part : parts) {
            RunResult result =
                    new Runner(
                                    new OptionsBuilder()
                                            .include(part.benchmark().replace(".", "\\.") + "$")
                                            .forks(0)
                                            .threads(1)
                                            .mode(Mode.AverageTime)
                                            .timeUnit(TimeUnit.NANOSECONDS)
                                            .warmupIterations(0)
                                            .measurementIterations(1)
                                            .measurementTime(TimeValue.milliseconds(millis))
                                            .addProfiler(GCProfiler.class)
                                            .verbosity(VerboseMode.SILENT)
                                            .shouldFailOnError(true)
                                            .build())
                            .runSingle();
            list(nanos, part).add(result.getPrimaryResult().getScore());
            result.getSecondaryResults()
                    .forEach(
                            (label, value) -> {
                                if (label.endsWith(ALLOCATED)) {
                                    list(bytes, part).add(value.getScore());
                                }
                            });
        }
    }

    private static List<Double> list(Map<String, List<Double>> map, Part part) {
        return map.computeIfAbsent(part.benchmark(), key -> new ArrayList<>());
    }

    private static double median(Map<String, List<Double>> map, Part part) {
        return Statistics.median(map.getOrDefault(part.benchmark(), List.of()));
    }

    private double ratio(Part part) {
        List<Double> mine = nanos.getOrDefault(part.benchmark(), List.of());
        List<Double> beside = nanos.getOrDefault(part.besideBenchmark(), List.of());
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < mine.size(); i++) {
            ratios.add(mine.get(i) / beside.get(i));
        }
        return Statistics.median(ratios);
    }

    private static Figure figure(Part part, String column, double value) {
        return new Figure(new Figure.Place(TABLE, part.row(), column), value);
    }
}
