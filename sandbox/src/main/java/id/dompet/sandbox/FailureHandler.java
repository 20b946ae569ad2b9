package id.dompet.sandbox;

import id.dompet.model.DompetException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;

/** Says in one sentence why a command came to nothing. */
final class FailureHandler
        implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {
    private final Console console;
    private final BooleanSupplier verbose;

    FailureHandler(Console console, BooleanSupplier verbose) {
        this.console = console;
        this.verbose = verbose;
    }

    @Override
    public int handleParseException(CommandLine.ParameterException failure, String[] args) {
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        console.notice("dompet: " + Sentences.oneLine(String.valueOf(failure.getMessage())));
        console.notice("Help: " + command + " --help");
        return ExitStatus.USAGE;
    }

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof CommandLine.ParameterException wrong) {
            return handleParseException(wrong, new String[0]);
        }
        console.notice("dompet: " + Sentences.of(failure));
        if (verbose.getAsBoolean()) {
            console.trace(failure);
        }
        if (failure instanceof UserError error) {
            return error.exitStatus();
        }
        return failure instanceof DompetException.Misconfigured
                ? ExitStatus.USAGE
                : ExitStatus.FAILED;
    }
}
