package id.dompet.sandbox;

import id.dompet.sandbox.cli.ExitStatus;
import id.dompet.sandbox.cli.Terminal;
import id.dompet.sandbox.cli.UserError;
import id.dompet.sandbox.cli.Version;
import id.dompet.sandbox.simulators.CredentialsFile;
import id.dompet.sandbox.simulators.SandboxAccount;
import id.dompet.sandbox.simulators.Simulated;
import id.dompet.sandbox.simulators.SimulatedDoku;
import id.dompet.sandbox.simulators.SimulatedDuitku;
import id.dompet.testkit.duitku.AcceptedSignatures;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
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
    private static final String MERCHANT_KEY = "doku-merchant-private-key.pem";
    private static final String DOKU_KEY = "doku-public-key.pem";

    private final Terminal terminal;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--duitku-port",
            paramLabel = "N",
            description = "The port of the Duitku simulator; any free one by default.")
    private int duitkuPort;

    @Option(
            names = "--doku-port",
            paramLabel = "N",
            description = "The port of the DOKU simulator; any free one by default.")
    private int dokuPort;

    @Option(
            names = "--credentials-dir",
            paramLabel = "DIR",
            description =
                    "Write "
                            + CredentialsFile.NAME
                            + " and DOKU's keys there, to be used as --config of the demo; what an older one"
                            + " says about credentials stays valid. By default it is printed.")
    private Optional<Path> credentialsDir = Optional.empty();

    SandboxCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        requirePort(duitkuPort);
        requirePort(dokuPort);
        Optional<CredentialsFile> file = credentialsDir.map(CredentialsFile::in);
        SandboxAccount account =
                new SandboxAccount(file.map(CredentialsFile::read).orElse(Map.of()));
        String merchantKey = file.flatMap(at -> at.readBeside(MERCHANT_KEY)).orElse("");
        try (SimulatedDuitku duitku =
                        started(
                                () ->
                                        SimulatedDuitku.start(
                                                duitkuPort,
                                                AcceptedSignatures.EITHER,
                                                account.kept("duitku")));
                SimulatedDoku doku =
                        started(
                                () ->
                                        SimulatedDoku.start(
                                                dokuPort, account.kept("doku"), merchantKey))) {
            Thread end = new Thread(() -> stop(duitku, doku), "end");
            Runtime.getRuntime().addShutdownHook(end);
            duitku.notifyAt(account.add("duitku", duitku.settings(), "callback-url"));
            doku.notifyAt(
                    account.add(
                            "doku",
                            file.map(at -> keysInFiles(at, doku)).orElseGet(doku::settings),
                            "notification-url"));
            file.ifPresentOrElse(
                    to -> to.write(account.settings()),
                    () -> CredentialsFile.lines(account.settings()).forEach(terminal::line));
            terminal.line(
                    "ready duitku=%s doku=%s%s"
                            .formatted(
                                    duitku.address(),
                                    doku.address(),
                                    file.map(at -> " credentials=" + at.path()).orElse("")));
            untilInterrupted();
            Runtime.getRuntime().removeShutdownHook(end);
        }
        return ExitStatus.OK;
    }

    private static Map<String, String> keysInFiles(CredentialsFile at, SimulatedDoku doku) {
        CredentialsFile.write(at.beside(MERCHANT_KEY), doku.merchantPrivateKey());
        CredentialsFile.write(at.beside(DOKU_KEY), doku.dokuPublicKey());
        Map<String, String> settings = doku.withoutKeys();
        settings.put(SimulatedDoku.PRIVATE_KEY + "-file", at.beside(MERCHANT_KEY).toString());
        settings.put(SimulatedDoku.PUBLIC_KEY + "-file", at.beside(DOKU_KEY).toString());
        return settings;
    }

    private void requirePort(int port) {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(
                    spec.commandLine(), "Ports are numbers from 1 to 65535: " + port);
        }
    }

    private static <T extends Simulated> T started(Supplier<T> start) {
        try {
            return start.get();
        } catch (IllegalStateException e) {
            throw UserError.failure(String.valueOf(e.getMessage()), e);
        }
    }

    /** A signal has ended the process already; this decides only what the shell is told. */
    private static void stop(Simulated... simulated) {
        for (Simulated each : simulated) {
            each.close();
        }
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
