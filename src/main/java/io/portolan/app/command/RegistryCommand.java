package io.portolan.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code portolan registry}: the port registry and its topic. */
@Command(
        name = "registry",
        description = "Download, publish, compare and describe port registries.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RegistryFetchCommand.class,
            RegistryLoadCommand.class,
            RegistryDiffCommand.class,
            RegistryInfoCommand.class
        })
public final class RegistryCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is needed: fetch, load, diff or info");
    }
}
