package id.dompet.benchmarks;

import id.dompet.benchmarks.figure.Figure;
import id.dompet.benchmarks.figure.Figures;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs a section in a process of its own and collects what it measures. */
final class SectionProcess {
    private SectionProcess() {}

    static void run(String section, Effort effort, Figures figures)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Dguice_bytecode_gen_option=DISABLED",
                                        "-Xmx1g",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        SectionMain.class.getName(),
                                        section,
                                        effort.name()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> Figure.ofLine(line).ifPresent(figures::add));
        }
        if (process.waitFor() != 0) {
            // Its goals are not measured then, which counts as missed.
            System.err.println("the section " + section + " failed");
        }
    }
}
