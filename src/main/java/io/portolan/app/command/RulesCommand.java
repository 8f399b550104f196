package io.portolan.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code portolan rules}: the rules and filters. */
@Command(
        name = "rules",
        description = "List, check and try detection rules and the filters that allow what a site knows.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RulesListCommand.class, RulesCheckCommand.class, RulesTestCommand.class})
public final class RulesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is needed: list, check or test");
    }
}
