package io.portolan.app.command;

import io.portolan.app.logging.ProcessLog;
import io.portolan.app.terminal.Printable;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a failure in one line on standard error; the stack trace only on request. */
public final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final BooleanSupplier verbose;

    public Failures(BooleanSupplier verbose) {
        this.verbose = verbose;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        tell(command, message(failure), failure);
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        if (command.getCommand() instanceof RunCommand) {
            RunCommand.logAsTheEnvironmentSays();
        }
        PrintWriter err = command.getErr();
        tell(command, Printable.line(failure.getMessage().replaceFirst("^Error: ", "")), failure);
        if (!ProcessLog.isJson() && !UnmatchedArgumentException.printSuggestions(failure, err)) {
            err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** What went wrong, in one line. */
    static String message(Throwable failure) {
        if (failure instanceof NoSuchFileException missing) {
            return "file " + missing.getFile() + " does not exist";
        }
        if (failure instanceof AccessDeniedException denied) {
            return "file " + denied.getFile() + " may not be read";
        }
        if (failure instanceof NotDirectoryException file) {
            return file.getFile() + " is not a folder";
        }
        String message = failure.getMessage();
        if (message == null || failure instanceof NullPointerException || failure instanceof ClassCastException) {
            return "unexpected " + failure + "; run again with --verbose for the place";
        }
        return Printable.line(message);
    }

    private void tell(CommandLine command, String message, Exception failure) {
        if (ProcessLog.isJson()) {
            LOG.error("{}", message, verbose.getAsBoolean() ? failure : null);
            return;
        }
        command.getErr().println("portolan: " + message);
        if (verbose.getAsBoolean()) {
            failure.printStackTrace(command.getErr());
        }
    }
}
