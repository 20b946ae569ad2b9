package id.dompet.sandbox;

import id.dompet.model.DompetException;
import id.dompet.sandbox.cli.ExitStatus;
import id.dompet.sandbox.cli.Sentences;
import id.dompet.sandbox.cli.Terminal;
import id.dompet.sandbox.cli.UserError;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;

/** Says in one sentence why a command came to nothing. */
final class FailureHandler
        implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {
    private final Terminal terminal;
    private final BooleanSupplier verbose;

    FailureHandler(Terminal terminal, BooleanSupplier verbose) {
        this.terminal = terminal;
        this.verbose = verbose;
    }

    @Override
    public int handleParseException(CommandLine.ParameterException failure, String[] args) {
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        terminal.notice("dompet: " + Sentences.oneLine(String.valueOf(failure.getMessage())));
        terminal.notice("Help: " + command + " --help");
        return ExitStatus.USAGE;
    }

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof CommandLine.ParameterException wrong) {
            return handleParseException(wrong, new String[0]);
        }
        terminal.notice("dompet: " + Sentences.of(failure));
        if (verbose.getAsBoolean()) {
            terminal.trace(failure);
        }
        if (failure instanceof UserError error) {
            return error.exitStatus();
        }
        return failure instanceof DompetException.Misconfigured
                ? ExitStatus.USAGE
                : ExitStatus.FAILED;
    }
}
