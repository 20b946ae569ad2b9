package id.dompet.sandbox;

import id.dompet.sandbox.cli.Terminal;
import id.dompet.sandbox.console.TriggerCommand;
import id.dompet.sandbox.demo.DemoCommand;
import id.dompet.sandbox.soak.SoakCommand;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The command line's entry point; see {@code dompet --help}. */
public final class Main {
    private Main() {}

    /**
     * Runs a command and ends the process with its status: 0 if everything did what it should, 1 if
     * something did not, 2 if the command or a file it names was wrong.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        System.exit(run(System.out, System.err, args));
    }

    /** Runs a command and answers its exit status. */
    static int run(PrintStream out, PrintStream err, String... args) {
        Terminal terminal = new Terminal(out, err);
        RootCommand root = new RootCommand();
        CommandLine dompet =
                new CommandLine(root)
                        .addSubcommand(new DemoCommand(terminal, root::isVerbose))
                        .addSubcommand(new SandboxCommand(terminal))
                        .addSubcommand(new TriggerCommand(terminal))
                        .addSubcommand(new SoakCommand(terminal, root::isVerbose));
        dompet.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        dompet.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        FailureHandler failures = new FailureHandler(terminal, root::isVerbose);
        dompet.setParameterExceptionHandler(failures);
        dompet.setExecutionExceptionHandler(failures);
        return dompet.execute(args);
    }
}
