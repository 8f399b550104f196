package io.portolan.app.command;

import io.portolan.app.registry.DiffText;
import io.portolan.app.registry.LoadPlan;
import io.portolan.app.registry.LoadedRegistry;
import java.io.PrintWriter;
import java.util.List;

/** Tells what a load does to the topic. */
final class LoadSummary {
    private static final int SHOWN = 50;

    private LoadSummary() {}

    static void print(PrintWriter out, LoadedRegistry registry, LoadPlan plan) {
        out.println("Source     " + registry.name());
        out.println("Version    " + versions(plan));
        out.printf("Added      %,d%n", plan.added());
        out.printf("Changed    %,d%n", plan.changed());
        out.printf("Removed    %,d%n", plan.removed());
        out.printf("Unchanged  %,d%n", plan.unchanged());
        out.printf("Malformed  %,d rows were skipped%n", registry.malformed().size());
        out.printf("No port    %,d services have none and are left out%n", registry.servicesWithoutPort());
        out.flush();
    }

    /** The changes themselves, as far as a terminal holds them. */
    static void printChanges(PrintWriter out, LoadPlan plan) {
        List<String> lines = DiffText.lines(plan.diff());
        lines.stream().limit(SHOWN).forEach(out::println);
        if (lines.size() > SHOWN) {
            out.printf("... %,d more lines; all of them: portolan registry diff topic SOURCE%n", lines.size() - SHOWN);
        }
    }

    private static String versions(LoadPlan plan) {
        String older = plan.versionAfter().compareTo(plan.versionBefore()) < 0 ? ", which is older" : "";
        return orNone(plan.versionBefore()) + " -> " + orNone(plan.versionAfter()) + older;
    }

    private static String orNone(String version) {
        return version.isEmpty() ? "none" : version;
    }
}
