package id.dompet.sandbox;

import id.dompet.sandbox.cli.ExitStatus;
import id.dompet.sandbox.cli.Terminal;
import id.dompet.sandbox.cli.UserError;
import id.dompet.sandbox.cli.Version;
import id.dompet.sandbox.console.Console;
import id.dompet.sandbox.console.RunningFile;
import id.dompet.sandbox.console.SandboxClock;
import id.dompet.sandbox.simulators.CredentialsFile;
import id.dompet.sandbox.simulators.Place;
import id.dompet.sandbox.simulators.SandboxAccount;
import id.dompet.sandbox.simulators.SimulatedDoku;
import id.dompet.sandbox.simulators.SimulatedDuitku;
import id.dompet.sandbox.web.WebServer;
import id.dompet.testkit.duitku.AcceptedSignatures;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
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
                "Keeps the simulated providers running until it is interrupted, with a start page,"
                        + " a demo shop and a console for a browser. Prints a line that starts with \"ready\" once"
                        + " they can be called.")
final class SandboxCommand implements Callable<Integer> {
    private static final String MERCHANT_KEY = "doku-merchant-private-key.pem";
    private static final String DOKU_KEY = "doku-public-key.pem";
    private static final String PUBLIC =
            "The sandbox listens at %s: other machines reach the simulators and the console.";

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
                            + " and DOKU's keys there, to be used as --config of the demo; what an"
                            + " older one says about credentials stays valid. By default it is"
                            + " printed.")
    private Optional<Path> credentialsDir = Optional.empty();

    @Option(
            names = "--console-port",
            paramLabel = "N",
            description = "The port of the start page and the console; any free one by default.")
    private int consolePort;

    @Option(
            names = "--shop-port",
            paramLabel = "N",
            description = "The port of the demo shop; any free one by default.")
    private int shopPort;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description =
                    "Listen on this address of the machine instead of 127.0.0.1, e.g. 0.0.0.0 to"
                            + " let other machines in. Whoever reaches it controls the sandbox's"
                            + " pages.")
    private String bind = WebServer.LOOPBACK;

    SandboxCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        for (int port : new int[] {duitkuPort, dokuPort, consolePort, shopPort}) {
            requirePort(port);
        }
        Optional<CredentialsFile> file = credentialsDir.map(CredentialsFile::in);
        SandboxAccount account =
                new SandboxAccount(file.map(CredentialsFile::read).orElse(Map.of()));
        String merchantKey = file.flatMap(at -> at.readBeside(MERCHANT_KEY)).orElse("");
        SandboxClock clock = new SandboxClock(Clock.systemUTC());
        try (SimulatedDuitku duitku =
                        started(
                                () ->
                                        SimulatedDuitku.start(
                                                new Place(bind, duitkuPort, clock),
                                                AcceptedSignatures.EITHER,
                                                account.kept("duitku")));
                SimulatedDoku doku =
                        started(
                                () ->
                                        SimulatedDoku.start(
                                                new Place(bind, dokuPort, clock),
                                                account.kept("doku"),
                                                merchantKey))) {
            duitku.notifyAt(account.add("duitku", duitku.settings(), "callback-url"));
            doku.notifyAt(
                    account.add(
                            "doku",
                            file.map(at -> keysInFiles(at, doku)).orElseGet(doku::settings),
                            "notification-url"));
            file.ifPresentOrElse(
                    to -> to.write(account.settings()),
                    () -> CredentialsFile.lines(account.settings()).forEach(terminal::line));
            try (SandboxShop shop =
                    started(() -> SandboxShop.start(shopPort, duitku, doku, clock))) {
                serve(duitku, doku, shop, clock, file);
            }
        }
        return ExitStatus.OK;
    }

    private void serve(
            SimulatedDuitku duitku,
            SimulatedDoku doku,
            SandboxShop shop,
            SandboxClock clock,
            Optional<CredentialsFile> file) {
        String token = newToken();
        Console.Options options =
                new Console.Options(
                        bind,
                        consolePort,
                        token,
                        List.of(shop.place()),
                        file.map(at -> at.path().toString()));
        try (Console console =
                started(
                        () ->
                                Console.start(
                                        duitku.simulator(), doku.simulator(), clock, options))) {
            RunningFile.Running running = new RunningFile.Running(console.url(), token);
            List<RunningFile> told =
                    credentialsDir
                            .map(
                                    folder ->
                                            List.of(
                                                    RunningFile.in(Optional.of(folder)),
                                                    RunningFile.in(Optional.empty())))
                            .orElseGet(() -> List.of(RunningFile.in(Optional.empty())));
            told.forEach(each -> each.write(running));
            Thread end =
                    new Thread(
                            () -> stop(told, running, List.of(console, shop, duitku, doku)), "end");
            Runtime.getRuntime().addShutdownHook(end);
            if (!WebServer.isLoopback(bind)) {
                terminal.notice(PUBLIC.formatted(bind));
            }
            terminal.line(
                    "ready duitku=%s doku=%s start=%s%s"
                            .formatted(
                                    duitku.address(),
                                    doku.address(),
                                    console.url(),
                                    file.map(at -> " credentials=" + at.path()).orElse("")));
            untilInterrupted();
            Runtime.getRuntime().removeShutdownHook(end);
            told.forEach(each -> each.remove(running));
        }
    }

    private static String newToken() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
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

    private static <T> T started(Supplier<T> start) {
        try {
            return start.get();
        } catch (IllegalStateException e) {
            throw UserError.failure(String.valueOf(e.getMessage()), e);
        }
    }

    /** A signal has ended the process already; this decides only what the shell is told. */
    private static void stop(
            List<RunningFile> told, RunningFile.Running running, List<AutoCloseable> open) {
        try {
            told.forEach(each -> each.remove(running));
            for (AutoCloseable each : open) {
                each.close();
            }
        } catch (Exception e) {
            // Nobody is left to be told; the process ends in any case.
        } finally {
            Runtime.getRuntime().halt(ExitStatus.OK);
        }
    }

    private static void untilInterrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // That is how a program that runs this command in its own process ends it.
        }
    }
}
