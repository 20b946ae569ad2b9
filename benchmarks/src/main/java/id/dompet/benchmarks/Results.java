package id.dompet.benchmarks;

import id.dompet.benchmarks.figure.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** The file that a long run writes. */
final class Results {
    private Results() {}

    static String text(Verdict verdict) {
        return """
        # Results

        Written by `./dompet bench` on %s; nothing here is written by hand.

        - machine: %s, %d processors, %s %s
        - Java: %s %s

        Ratios are of the same run: clients and benchmarks take turns, round by round, and the median of the rounds'
        ratios is told. Absolute figures are this machine's. The server answers on loopback, in a process of its own,
        on the same processors.

        ## Goals

        <!-- goals -->
        %s<!-- end of goals -->

        ## Figures
        %s"""
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.vm.vendor"),
                        System.getProperty("java.vm.version"),
                        verdict.table(),
                        verdict.figures().tables());
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
