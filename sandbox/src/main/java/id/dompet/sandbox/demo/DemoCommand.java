package id.dompet.sandbox.demo;

import id.dompet.DompetConfig;
import id.dompet.sandbox.cli.ExitStatus;
import id.dompet.sandbox.cli.Terminal;
import id.dompet.sandbox.cli.UserError;
import id.dompet.sandbox.cli.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dompet demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Plays the whole journey of a customer for each provider and wallet: link, pay,"
                        + " hear of it, unlink. One line per step.",
        footer = {
            "",
            "Without --config, simulators are started on this machine; nothing leaves it.",
            "Exit status: 0 if every step did what it should, 1 if one did not,"
                    + " 2 if the command or the file is wrong."
        })
public final class DemoCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final BooleanSupplier verbose;

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description =
                    "Only this provider: the name of an instance, or a type for all of that type."
                            + " May be given several times.")
    private List<String> providers = List.of();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Use the providers of this properties file, the same that a merchant writes.")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object per line instead of a table.")
    private boolean json;

    public DemoCommand(Terminal terminal, BooleanSupplier verbose) {
        this.terminal = terminal;
        this.verbose = verbose;
    }

    @Override
    public Integer call() {
        return config.map(this::configured).orElseGet(this::simulated);
    }

    private int simulated() {
        List<Instance> chosen = Instance.choose(Simulators.all(), providers);
        try (Simulators simulators = Simulators.start(chosen)) {
            return play(
                    DompetConfig.of(simulators.settings()),
                    chosen,
                    chosen,
                    Optional.of(simulators));
        }
    }

    private int configured(Path file) {
        DompetConfig loaded = DompetConfig.load(file);
        if (loaded.text("dompet.environment").filter("production"::equals).isPresent()) {
            throw UserError.usage(
                    "The environment of %s is production; the demo plays with sandboxes only."
                            .formatted(file));
        }
        List<Instance> all = Instance.of(loaded);
        if (all.isEmpty()) {
            throw UserError.usage(
                    "The file %s names no providers; set dompet.providers, e.g. to duitku."
                            .formatted(file));
        }
        return play(loaded, Instance.choose(all, providers), all, Optional.empty());
    }

    private int play(
            DompetConfig settings,
            List<Instance> chosen,
            List<Instance> all,
            Optional<Simulators> simulators) {
        try (DemoDatabase database = DemoDatabase.create();
                ShopServer shop = ShopServer.anywhere();
                Ears ears = Ears.open(shop, chosen, all, simulators.isPresent());
                Demo demo =
                        Demo.open(
                                new Demo.Scene(
                                        settings.with(ears.overrides()),
                                        chosen,
                                        database.ledger(),
                                        ears,
                                        shop.pages(),
                                        simulators.isPresent()))) {
            simulators.ifPresent(providers -> providers.notifyAt(ears));
            Report report = json ? new JsonReport(terminal) : new TextReport(terminal);
            List<String> legend = simulators.map(Simulators::legend).orElse(List.of());
            return demo.play(report, legend, this::trace) ? ExitStatus.OK : ExitStatus.FAILED;
        }
    }

    private void trace(RuntimeException failure) {
        if (verbose.getAsBoolean()) {
            terminal.trace(failure);
        }
    }
}
