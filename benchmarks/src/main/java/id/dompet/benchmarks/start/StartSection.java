package id.dompet.benchmarks.start;

import id.dompet.benchmarks.Effort;
import id.dompet.benchmarks.Keys;
import id.dompet.benchmarks.Section;
import id.dompet.benchmarks.figure.Figure;
import id.dompet.benchmarks.figure.Statistics;
import id.dompet.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Whole processes, each of which charges once. */
public final class StartSection implements Section {
    /** The table's title. */
    public static final String TABLE = "Start-up";

    /** As it comes. */
    public static final String PLAIN = "main to the first signed answer";

    /** With a key that only Bouncy Castle reads. */
    public static final String PKCS1 = "the same with a key in PKCS#1, for Bouncy Castle";

    /** With an archive of the JDK's: AppCDS, or an AOT cache where there is one. */
    public static final String ARCHIVED = "the same with a class archive";

    /** What must not be loaded on the ordinary way: a slow start and slow hashes. */
    public static final String BOUNCY_CASTLE = "Bouncy Castle's classes, loaded by it";

    /** The column of ratios to the first row. */
    public static final String OF_PLAIN = "of the first";

    private static final Way USUAL = new Way("private.pem", List.of());
    private static final Way WITH_PKCS1 = new Way("pkcs1.pem", List.of());

    private static final String PACKAGES = " org.bouncycastle.";

    private static final int FIRST_WITH_AOT_CACHE = 25;

    /** How a process is started: the file with its key, options of Java's. */
    private record Way(String key, List<String> options) {
        Way with(List<String> more) {
            return new Way(key, more);
        }
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void run(Effort effort, Consumer<Figure> out) throws Exception {
        Path folder = Files.createTempDirectory("dompet-start");
        Keys keys = Keys.make();
        Files.writeString(folder.resolve("private.pem"), keys.privatePem());
        Files.writeString(folder.resolve("pkcs1.pem"), keys.privatePkcs1Pem());
        Files.writeString(folder.resolve("public.pem"), keys.publicPem());
        try (ServerProcess server = ServerProcess.start()) {
            String address = server.fast().toString();
            Map<String, Way> ways = new LinkedHashMap<>();
            ways.put(PLAIN, USUAL);
            if (effort != Effort.QUICK) {
                ways.put(PKCS1, WITH_PKCS1);
            }
            if (effort == Effort.LONG) {
                ways.put(ARCHIVED, USUAL.with(archive(folder, address)));
            }
            Map<String, List<Double>> millis = inTurns(effort.of(1, 3, 9), folder, ways, address);
            millis.forEach(
                    (row, each) -> tell(out, row, each, millis.getOrDefault(PLAIN, List.of())));
            out.accept(figure(BOUNCY_CASTLE, "classes", (double) bouncyCastle(folder, address)));
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    /** Round by round, so that a busy moment of the machine hits all of them. */
    private static Map<String, List<Double>> inTurns(
            int times, Path folder, Map<String, Way> ways, String address)
            throws IOException, InterruptedException {
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        for (int i = 0; i < times; i++) {
            for (Map.Entry<String, Way> way : ways.entrySet()) {
                millis.computeIfAbsent(way.getKey(), row -> new ArrayList<>())
                        .add(Double.parseDouble(start(folder, way.getValue(), address)));
            }
        }
        return millis;
    }

    private static void tell(
            Consumer<Figure> out, String row, List<Double> millis, List<Double> plain) {
        out.accept(figure(row, "ms", Statistics.median(millis)));
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < millis.size(); i++) {
            ratios.add(millis.get(i) / plain.get(i));
        }
        out.accept(figure(row, OF_PLAIN, Statistics.median(ratios)));
    }

    /** Makes the archive in one run, and answers the options with which others use it. */
    private static List<String> archive(Path folder, String address)
            throws IOException, InterruptedException {
        String file = folder.resolve("archive").toString();
        boolean aot = Runtime.version().feature() >= FIRST_WITH_AOT_CACHE;
        String written = (aot ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file;
        String unused = start(folder, USUAL.with(List.of(written)), address);
        return List.of((aot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file);
    }

    private static long bouncyCastle(Path folder, String address)
            throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        Way logged = USUAL.with(List.of("-Xlog:class+load:file=" + log));
        String unused = start(folder, logged, address);
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(PACKAGES)).count();
        }
    }

    /** One process; answers the last line that it wrote. */
    private static String start(Path folder, Way way, String address)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xshare:auto");
        command.add("-Xlog:disable");
        command.add("-Dguice_bytecode_gen_option=DISABLED");
        command.addAll(way.options());
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstAnswer.class.getName(),
                        address,
                        folder.resolve(way.key()).toString(),
                        folder.resolve("public.pem").toString()));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> lines;
        try (var out = process.inputReader()) {
            lines = out.lines().toList();
        }
        if (process.waitFor() != 0 || lines.isEmpty()) {
            throw new IOException("the process ended without an answer: " + lines);
        }
        return lines.get(0);
    }

    private static Figure figure(String row, String column, double value) {
        return new Figure(new Figure.Place(TABLE, row, column), value);
    }
}
