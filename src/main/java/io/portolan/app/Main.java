package io.portolan.app;

import io.portolan.app.command.BenchCommand;
import io.portolan.app.command.DeadLettersCommand;
import io.portolan.app.command.DemoCommand;
import io.portolan.app.command.EvaluateCommand;
import io.portolan.app.command.Failures;
import io.portolan.app.command.HealthCommand;
import io.portolan.app.command.LabelCommand;
import io.portolan.app.command.PortCommand;
import io.portolan.app.command.RegistryCommand;
import io.portolan.app.command.ReplayCommand;
import io.portolan.app.command.ResetCommand;
import io.portolan.app.command.RulesCommand;
import io.portolan.app.command.RunCommand;
import io.portolan.app.command.SchemasCommand;
import io.portolan.app.command.SqlCommand;
import io.portolan.app.command.TopicsCommand;
import io.portolan.app.command.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "portolan",
        description = "Labels both ports of every network flow with what IANA registered for them, and alerts on"
                + " forgotten ports.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            HealthCommand.class,
            LabelCommand.class,
            EvaluateCommand.class,
            ReplayCommand.class,
            PortCommand.class,
            RulesCommand.class,
            RegistryCommand.class,
            TopicsCommand.class,
            SchemasCommand.class,
            DeadLettersCommand.class,
            ResetCommand.class,
            SqlCommand.class,
            BenchCommand.class
        })
public final class Main implements Callable<Integer> {
    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show the stack trace of an error.")
    private boolean verbose;

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The commands, their options and how their failures are told. */
    public static CommandLine commandLine() {
        Main main = new Main();
        CommandLine line = new CommandLine(main);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(new Failures(() -> main.verbose));
        line.setParameterExceptionHandler(new Failures(() -> main.verbose));
        return line;
    }

    /** Without a command: what there is. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
