package id.dompet.benchmarks;

import id.dompet.benchmarks.figure.Figures;
import id.dompet.benchmarks.figure.Verdict;
import id.dompet.benchmarks.load.LoadSection;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code dompet bench}. */
@Command(
        name = "dompet bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures what Dompet costs beside the network and judges it by its goals.",
            "Figures are ratios to bare work in the same run; keep the machine quiet."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:every goal is reached", "1:one is not", "2:the command was wrong"})
public final class Bench implements Callable<Integer> {
    private final PrintWriter out;

    @Option(
            names = "--quick",
            description = "The goals that can be judged in under a minute; writes no file.")
    private boolean quick;

    @Option(
            names = "--results",
            paramLabel = "FILE",
            defaultValue = "benchmarks/RESULTS.md",
            description = "Where the long form writes; ${DEFAULT-VALUE} if it is not given.")
    private Path results = Path.of("benchmarks/RESULTS.md");

    @Option(
            names = "--other-java",
            paramLabel = "HOME",
            description = {
                "Another JDK, on which the long form measures charges too;",
                "JAVA_25_HOME in the environment, if it is not given."
            })
    private @Nullable Path otherJava = home(System.getenv("JAVA_25_HOME"));

    private Bench(PrintWriter out) {
        this.out = out;
    }

    /** Runs and ends the process. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        CommandLine bench =
                new CommandLine(new Bench(out))
                        .setOut(out)
                        // The launcher says where the repository is; the caller may say otherwise.
                        .setOverwrittenOptionsAllowed(true);
        System.exit(bench.execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Effort effort = quick ? Effort.QUICK : Effort.LONG;
        Path folder = results.toAbsolutePath().getParent();
        if (!quick && (folder == null || !Files.isDirectory(folder))) {
            throw new ParameterException(
                    new CommandLine(this),
                    "--results: there is no folder for " + results + "; name another file");
        }
        Figures figures = new Figures();
        for (String section : SectionMain.names(effort)) {
            progress("measuring: " + section + " ...");
            SectionProcess.run(javaHome(), section, effort, figures);
        }
        OptionalInt other = OptionalInt.empty();
        if (!quick && otherJava != null) {
            other = OptionalInt.of(SectionProcess.feature(otherJava));
            progress("measuring: load, with JDK " + other.getAsInt() + " ...");
            SectionProcess.run(otherJava, LoadSection.CALLS, Effort.LONG, figures);
        }
        Verdict verdict = new Verdict(Goals.of(effort, other), figures);
        out.print(verdict.table());
        out.println(summary(verdict, (System.nanoTime() - start) / 1_000_000_000));
        if (!quick) {
            Files.writeString(results, Results.text(verdict));
            out.println("written to " + results);
        }
        out.flush();
        return verdict.holds() ? 0 : 1;
    }

    private static String summary(Verdict verdict, long seconds) {
        long held = verdict.goals().stream().filter(g -> g.holds(verdict.figures())).count();
        return "%d of %d goals hold; %d s".formatted(held, verdict.goals().size(), seconds);
    }

    private static @Nullable Path home(@Nullable String folder) {
        return folder == null || folder.isBlank() ? null : Path.of(folder);
    }

    private static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    private static void progress(String words) {
        System.err.println(words);
    }
}
