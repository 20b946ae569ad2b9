package id.dompet.benchmarks;

import id.dompet.benchmarks.figure.Figure;
import id.dompet.benchmarks.figure.Figures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** Runs a section in a process of its own and collects what it measures. */
final class SectionProcess {
    private SectionProcess() {}

    static void run(Path javaHome, String section, Effort effort, Figures figures)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                List.of(
                                        javaHome.resolve("bin").resolve("java").toString(),
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
        end(process, section);
    }

    /** The feature release of the JDK in this folder, such as 25. */
    static int feature(Path javaHome) throws IOException {
        Properties release = new Properties();
        try (InputStream in = Files.newInputStream(javaHome.resolve("release"))) {
            release.load(in);
        }
        String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
        return Runtime.Version.parse(version).feature();
    }

    private static void end(Process process, String section) throws InterruptedException {
        if (process.waitFor() != 0) {
            // Its goals are not measured then, which counts as missed.
            System.err.println("the section " + section + " failed");
        }
    }
}
