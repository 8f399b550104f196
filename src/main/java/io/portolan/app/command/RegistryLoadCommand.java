package io.portolan.app.command;

import io.portolan.app.config.PortolanConfig;
import io.portolan.app.registry.LoadPlan;
import io.portolan.app.registry.LoadedRegistry;
import io.portolan.app.registry.RegistryLoad;
import io.portolan.app.registry.RegistrySource;
import io.portolan.app.registry.Sources;
import io.portolan.app.schemas.Subjects;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portolan registry load}: publishes a registry to its topic. */
@Command(
        name = "load",
        description = {
            "Publish a port registry to its topic: only what changed, in one transaction, with the site's own names on"
                    + " top (registry.site.path). A running job uses it at once.",
            "The source is the CSV or XML form of IANA's registry, plain or gzip; which one, its content tells."
        })
public final class RegistryLoadCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster;

    @ArgGroup(multiplicity = "1")
    private Operand operand;

    @Option(names = "--force", description = "Load it even if more than a tenth of IANA's entries would go.")
    private boolean force;

    @Option(names = "--dry-run", description = "Show what would be published, and publish nothing.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec;

    static final class Operand {
        @Parameters(paramLabel = "FILE|URL", description = "File, or http or https address.")
        private @Nullable String source;

        @Option(names = "--bundled", description = "The registry that comes with the program.")
        private boolean bundled;
    }

    @Override
    public Integer call() throws IOException {
        PortolanConfig config = cluster.config();
        LoadedRegistry registry = new Sources(config).readWithSite(source());
        Skipped.print(spec.commandLine().getErr(), registry);
        Subjects.checkReachable(config);
        return dryRun ? rehearse(config, registry) : load(config, registry);
    }

    private int rehearse(PortolanConfig config, LoadedRegistry registry) {
        LoadPlan plan = RegistryLoad.rehearse(config, registry);
        LoadSummary.printChanges(out(), plan);
        LoadSummary.print(out(), registry, plan);
        check(plan);
        out().printf("Published  nothing; a load would publish %,d records%n", plan.size());
        out().flush();
        return 0;
    }

    private int load(PortolanConfig config, LoadedRegistry registry) {
        try (RegistryLoad load = RegistryLoad.begin(config)) {
            LoadPlan plan = load.plan(registry);
            LoadSummary.print(out(), registry, plan);
            check(plan);
            load.publish(plan);
            String published = String.format("Published  %,d records in one transaction", plan.size());
            out().println(plan.size() == 0 ? "Published  nothing, the topic has it all" : published);
            out().flush();
            return 0;
        }
    }

    private RegistrySource source() {
        if (operand.bundled) {
            return new RegistrySource.Bundled();
        }
        try {
            return RegistrySource.fileOrWeb(Objects.requireNonNull(operand.source));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void check(LoadPlan plan) {
        if (plan.losesTooMuch() && !force) {
            throw new Failure(String.format(
                    "refused: the source lacks %,d of the %,d entries of IANA's that the topic has, more than a tenth;"
                            + " check that it is complete, or load it with --force",
                    plan.lost(), plan.ianaBefore()));
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
