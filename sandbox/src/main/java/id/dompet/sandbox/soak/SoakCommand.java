package id.dompet.sandbox.soak;

import id.dompet.sandbox.cli.ExitStatus;
import id.dompet.sandbox.cli.TemporaryFolder;
import id.dompet.sandbox.cli.Terminal;
import id.dompet.sandbox.cli.Version;
import id.dompet.sandbox.soak.Audit.Finding;
import id.dompet.sandbox.soak.SoakPlan.DatabaseKind;
import id.dompet.sandbox.soak.worker.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dompet soak}. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Pays through the ledger against both simulated providers while requests, answers and"
                    + " notifications fail and the workers are killed (SIGKILL) and restarted; then"
                    + " lets everything settle and compares what was really charged with the"
                    + " database and with what the merchant was told.",
            "",
            "Prints one line:",
            "payments=N kills=N faults=N double=N lost=N wrong=N open=N seconds=N"
        },
        footer = {
            "",
            "double  orders that were charged more than once",
            "lost    payments that were charged, or answered, and are not so in the database, or"
                    + " whose end the handler never heard of",
            "wrong   payments of which the database, the handler or a caller was told something"
                    + " else than what happened: state, amount, customer, order of events",
            "open    payments that are not final after everything has settled",
            "",
            "Exit status: 0 if these four are 0, 1 if not, 2 if the command is wrong or this"
                    + " machine cannot run it."
        })
public final class SoakCommand implements Callable<Integer> {
    private static final int MOST_FINDINGS = 50;

    private final Terminal terminal;
    private final BooleanSupplier verbose;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = "How long there are faults and kills; ${DEFAULT-VALUE} by default.")
    private int seconds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Where chance comes from; by default another one each time.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--database",
            paramLabel = "h2|postgres",
            defaultValue = "h2",
            description =
                    "h2: a file, one worker with several threads. postgres: a server of its own,"
                            + " several workers at once. ${DEFAULT-VALUE} by default.")
    private String database = "h2";

    /**
     * The command.
     *
     * @param verbose whether workers log every exchange
     */
    public SoakCommand(Terminal terminal, BooleanSupplier verbose) {
        this.terminal = terminal;
        this.verbose = verbose;
    }

    @Override
    public Integer call() throws InterruptedException {
        SoakPlan plan =
                new SoakPlan(
                        Duration.ofSeconds(requireSeconds()),
                        seed.orElseGet(() -> ThreadLocalRandom.current().nextLong(1_000_000)),
                        kind(),
                        Worker.class.getName(),
                        verbose.getAsBoolean());
        terminal.notice("seed " + plan.seed() + "; once more: " + plan.command());
        try (TemporaryFolder folder = TemporaryFolder.create("dompet-soak")) {
            int status = soak(plan, folder.path());
            if (status != ExitStatus.OK) {
                folder.keep();
                terminal.notice("database and logs: " + folder.path());
            }
            return status;
        }
    }

    private int soak(SoakPlan plan, Path folder) throws InterruptedException {
        try (SoakDatabase opened = SoakDatabase.open(plan.database(), folder)) {
            return soak(plan, folder, opened);
        }
    }

    private int soak(SoakPlan plan, Path folder, SoakDatabase on) throws InterruptedException {
        try (Soak soak = new Soak(plan, folder, on, terminal)) {
            SoakResult result = soak.run();
            result.findings().stream().limit(MOST_FINDINGS).forEach(this::show);
            if (result.ownDeaths() > 0) {
                terminal.notice(result.ownDeaths() + " workers ended by themselves");
            }
            if (!result.wasTried()) {
                terminal.notice("Too little happened to prove anything; give it more --seconds.");
            }
            terminal.line(result.line());
            return result.isGood() ? ExitStatus.OK : ExitStatus.FAILED;
        } catch (SoakFailure e) {
            terminal.notice("dompet: " + e.getMessage());
            return ExitStatus.FAILED;
        }
    }

    private void show(Finding finding) {
        terminal.notice(finding.fault() + " " + finding.about() + ": " + finding.what());
    }

    private int requireSeconds() {
        if (seconds < 1 || seconds > 86_400) {
            throw new ParameterException(
                    spec.commandLine(), "Seconds are numbers from 1 to 86400: " + seconds);
        }
        return seconds;
    }

    private DatabaseKind kind() {
        return Stream.of(DatabaseKind.values())
                .filter(each -> each.word().equals(database))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "The database is h2 or postgres: " + database));
    }
}
