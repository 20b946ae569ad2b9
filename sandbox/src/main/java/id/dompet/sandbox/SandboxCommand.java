package id.dompet.sandbox;

import id.dompet.testkit.duitku.DuitkuSimulator;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dompet sandbox}. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Keeps the simulated providers running until it is interrupted. Prints a line that"
                        + " starts with \"ready\" once they can be called.")
final class SandboxCommand implements Callable<Integer> {
    private final Console console;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--duitku-port",
            paramLabel = "N",
            description = "The port of the Duitku simulator; any free one by default.")
    private int duitkuPort;

    @Option(
            names = "--credentials-dir",
            paramLabel = "DIR",
            description =
                    "Write "
                            + CredentialsFile.NAME
                            + " there, to be used as --config of the demo; what an older one"
                            + " says about credentials stays valid. By default it is printed.")
    private Optional<Path> credentialsDir = Optional.empty();

    SandboxCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (duitkuPort < 0 || duitkuPort > 65_535) {
            throw new ParameterException(
                    spec.commandLine(), "Ports are numbers from 1 to 65535: " + duitkuPort);
        }
        Optional<CredentialsFile> file = credentialsDir.map(CredentialsFile::in);
        Optional<SandboxAccount> kept = file.flatMap(CredentialsFile::read);
        try (DuitkuSimulator duitku = start(kept)) {
            Thread end = new Thread(() -> stop(duitku), "end");
            Runtime.getRuntime().addShutdownHook(end);
            SandboxAccount account = SandboxAccount.of(duitku, kept);
            file.ifPresentOrElse(
                    to -> to.write(account.lines()), () -> account.lines().forEach(console::line));
            console.line(
                    "ready duitku="
                            + duitku.webApiBaseUrl()
                            + file.map(at -> " credentials=" + at.path()).orElse(""));
            untilInterrupted();
            Runtime.getRuntime().removeShutdownHook(end);
        }
        return ExitStatus.OK;
    }

    private DuitkuSimulator start(Optional<SandboxAccount> kept) {
        var builder = DuitkuSimulator.builder().port(duitkuPort);
        kept.ifPresent(
                account -> builder.merchantCode(account.merchantCode()).apiKey(account.apiKey()));
        try {
            return builder.start();
        } catch (IllegalStateException e) {
            throw UserError.failure(String.valueOf(e.getMessage()), e);
        }
    }

    /** A signal has ended the process already; this decides only what the shell is told. */
    private static void stop(DuitkuSimulator duitku) {
        duitku.close();
        Runtime.getRuntime().halt(ExitStatus.OK);
    }

    private static void untilInterrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // That is how a program that runs this command in its own process ends it.
        }
    }
}
