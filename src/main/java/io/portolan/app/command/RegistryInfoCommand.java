package io.portolan.app.command;

import io.portolan.app.registry.LoadedRegistry;
import io.portolan.app.registry.RegistrySource;
import io.portolan.app.registry.Sources;
import io.portolan.registry.Registry;
import io.portolan.registry.RegistryCounts;
import io.portolan.schema.PortAssignment;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portolan registry info}: what a registry has. */
@Command(name = "info", description = "Show the version of a port registry and how many entries of each kind it has.")
public final class RegistryInfoCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster;

    @Parameters(
            arity = "0..1",
            paramLabel = "SOURCE",
            defaultValue = "topic",
            description = "A file, an http or https address, `bundled`, or `topic` for the one on the cluster"
                    + " (default: ${DEFAULT-VALUE}).")
    private String source;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        LoadedRegistry registry = new Sources(cluster.config()).read(source());
        Skipped.print(spec.commandLine().getErr(), registry);
        print(registry);
        return 0;
    }

    private RegistrySource source() {
        try {
            return RegistrySource.parse(source);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void print(LoadedRegistry loaded) {
        Registry registry = loaded.registry();
        RegistryCounts counts = registry.counts();
        PrintWriter out = spec.commandLine().getOut();
        out.println("Source         " + loaded.name());
        out.println("Version        " + (registry.version().isEmpty() ? "none" : registry.version()));
        out.printf("Entries        %,d%n", counts.total());
        out.println("Transport      " + text(counts.byTransport()));
        out.println("Status         " + text(counts.byStatus()));
        out.println("Documentation  " + text(counts.byDocumentation()));
        out.println("Origin         " + text(byOrigin(registry)));
        out.printf("Unreadable     %,d%n", loaded.malformed().size());
        if (loaded.bytes() > 0) {
            out.printf("Size           %,d bytes%n", loaded.bytes());
        }
        out.flush();
    }

    private static Map<?, Integer> byOrigin(Registry registry) {
        return registry.entries().values().stream()
                .collect(Collectors.toMap(PortAssignment::getOrigin, any -> 1, Integer::sum, TreeMap::new));
    }

    private static String text(Map<?, Integer> counts) {
        String text = counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count ->
                        String.format("%s %,d", count.getKey().toString().toLowerCase(Locale.ROOT), count.getValue()))
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "none" : text;
    }
}
