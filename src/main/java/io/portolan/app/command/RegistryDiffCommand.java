package io.portolan.app.command;

import io.portolan.app.registry.DiffJson;
import io.portolan.app.registry.DiffText;
import io.portolan.app.registry.LoadedRegistry;
import io.portolan.app.registry.RegistrySource;
import io.portolan.app.registry.Sources;
import io.portolan.registry.RegistryDiff;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portolan registry diff}: what differs between two registries; its exit codes are those of diff(1). */
@Command(
        name = "diff",
        exitCodeOnExecutionException = 2,
        description = {
            "Show what differs between two port registries. Each is a file, an http or https address, `bundled` for the"
                    + " one that comes with the program, or `topic` for the one on the cluster.",
            "Against the topic the other one counts as it would be loaded: with the site's own names on top.",
            "Exit code 0 if nothing differs, 1 if something does, 2 on trouble."
        })
public final class RegistryDiffCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster;

    @Parameters(index = "0", paramLabel = "OLD", description = "The registry before.")
    private String before;

    @Parameters(index = "1", paramLabel = "NEW", description = "The registry after.")
    private String after;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        RegistrySource oldSource = source(before);
        RegistrySource newSource = source(after);
        Sources sources = new Sources(cluster.config());
        LoadedRegistry oldRegistry = read(sources, oldSource, newSource);
        LoadedRegistry newRegistry = read(sources, newSource, oldSource);
        PrintWriter err = spec.commandLine().getErr();
        Skipped.print(err, oldRegistry);
        Skipped.print(err, newRegistry);
        RegistryDiff diff = RegistryDiff.between(oldRegistry.registry(), newRegistry.registry());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            DiffJson.write(oldRegistry, newRegistry, diff, out);
        } else {
            print(out, oldRegistry, newRegistry, diff);
        }
        out.flush();
        return diff.isEmpty() ? 0 : 1;
    }

    private RegistrySource source(String text) {
        try {
            return RegistrySource.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static LoadedRegistry read(Sources sources, RegistrySource source, RegistrySource other)
            throws IOException {
        boolean loadable = !(source instanceof RegistrySource.Topic) && other instanceof RegistrySource.Topic;
        return loadable ? sources.readWithSite(source) : sources.read(source);
    }

    private static void print(
            PrintWriter out, LoadedRegistry oldRegistry, LoadedRegistry newRegistry, RegistryDiff diff) {
        out.println("--- " + title(oldRegistry));
        out.println("+++ " + title(newRegistry));
        DiffText.lines(diff).forEach(out::println);
        out.printf(
                "%,d added, %,d changed, %,d removed, %,d unchanged%n",
                diff.added().size(),
                diff.changed().size(),
                diff.removed().size(),
                diff.oldSize() - diff.changed().size() - diff.removed().size());
    }

    private static String title(LoadedRegistry source) {
        String version = source.registry().version();
        return String.format(
                "%s (version %s, %,d ports)",
                source.name(),
                version.isEmpty() ? "none" : version,
                source.registry().entries().size());
    }
}
