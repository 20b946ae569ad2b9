package id.dompet.sandbox;

import id.dompet.sandbox.cli.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code dompet}. */
@Command(
        name = "dompet",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Links customers' e-wallets and charges them. Nothing here needs an account with"
                        + " a provider.",
        footer = {
            "  bench    Measure what Dompet costs beside the network, and judge it (a module of",
            "             its own, built when it is first asked for).",
            "",
            "Help for a command: dompet COMMAND --help"
        })
final class RootCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    private boolean verbose;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description =
                    "Show every exchange with a provider, and stack traces, on standard error.")
    void verbose(boolean value) {
        if (value && !verbose) {
            Logging.showEverything();
        }
        verbose = value;
    }

    boolean isVerbose() {
        return verbose;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: demo, sandbox, soak or trigger.");
    }
}
