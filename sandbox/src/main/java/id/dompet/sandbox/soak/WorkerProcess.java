package id.dompet.sandbox.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One worker's process, from its start to its death. Thread-safe. */
final class WorkerProcess {
    private static final String READY = "ready ";

    private final Process process;
    private final CompletableFuture<URI> address = new CompletableFuture<>();

    private WorkerProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts one.
     *
     * @param plan which program, how talkative
     * @param settings the file it reads
     * @param jumped how far the clock was moved
     * @param log where it writes what it has to say
     */
    static WorkerProcess start(SoakPlan plan, Path settings, Duration jumped, Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        // Started often and for a short time; TCP as in production.
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Xshare:auto");
        command.add("-Xmx256m");
        command.add("-Dguice_bytecode_gen_option=DISABLED");
        command.add("-Dsun.net.httpserver.nodelay=true");
        if (plan.verbose()) {
            command.add("-Dlogback.configurationFile=logback-verbose.xml");
        }
        command.add("-cp");
        command.add(System.getProperty("java.class.path", ""));
        command.add(plan.workerClass());
        command.add(settings.toString());
        command.add(Long.toString(jumped.toMillis()));
        try {
            WorkerProcess worker =
                    new WorkerProcess(
                            new ProcessBuilder(command)
                                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                                    .start());
            Thread reader = new Thread(worker::read, "worker-output");
            reader.setDaemon(true);
            reader.start();
            return worker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(READY)) {
                    boolean unused =
                            address.complete(
                                    URI.create(
                                            "http://127.0.0.1:" + line.substring(READY.length())));
                }
            }
        } catch (IOException e) {
            // It was killed in the middle of a line.
            boolean unused = address.completeExceptionally(e);
        }
        boolean unused = address.completeExceptionally(new IOException("it ended"));
    }

    /** Where it listens, once it does and as long as it lives. */
    Optional<URI> address() {
        return process.isAlive() && address.isDone() && !address.isCompletedExceptionally()
                ? Optional.of(address.join())
                : Optional.empty();
    }

    /** Waits until it listens; false if it does not within this time, or has died. */
    boolean awaitReady(Duration atMost) throws InterruptedException {
        try {
            return address.get(atMost.toMillis(), TimeUnit.MILLISECONDS) != null;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }

    /** Completes when it is dead. */
    CompletableFuture<Process> death() {
        return process.onExit();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * SIGKILL, without a last word; returns when it is dead.
     *
     * @return whether it was alive
     */
    boolean kill() {
        boolean alive = process.isAlive();
        Process unused = process.destroyForcibly();
        process.onExit().join();
        return alive;
    }
}
