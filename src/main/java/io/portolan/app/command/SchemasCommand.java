package io.portolan.app.command;

import io.portolan.app.schemas.SubjectReport;
import io.portolan.app.schemas.Subjects;
import io.portolan.app.schemas.WantedSubject;
import io.portolan.app.terminal.Printable;
import io.portolan.wire.RegisteredSchema;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code portolan schemas}: the schemas against the schema registry. */
@Command(
        name = "schemas",
        description = {
            "Show the subjects of the topics with Avro values as the schema registry has them.",
            "Exit code 0 if all are registered at level FULL_TRANSITIVE, 1 if not."
        })
public final class SchemasCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster;

    @Option(
            names = "--register",
            description = "Register what is not registered and set the level FULL_TRANSITIVE. If one schema is"
                    + " incompatible, nothing is changed.")
    private boolean register;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Subjects subjects = Subjects.of(cluster.config());
        List<SubjectReport> reports = subjects.report();
        boolean possible = reports.stream().noneMatch(SubjectReport::isIncompatible);
        if (register && possible) {
            subjects.register(reports);
            reports = subjects.report();
        }
        print(reports, subjects.addresses());
        if (register && !possible) {
            throw new Failure("a schema is incompatible with what is registered at " + subjects.addresses()
                    + "; nothing was changed. Use topics of other names (topics.path), or delete the subject there if"
                    + " nobody needs its records");
        }
        return reports.stream().allMatch(SubjectReport::isAsWanted) ? 0 : 1;
    }

    private void print(List<SubjectReport> reports, String addresses) {
        PrintWriter out = spec.commandLine().getOut();
        Table table = new Table("SUBJECT", "STATE", "ID", "VERSION", "LEVEL", "SCHEMA");
        reports.forEach(report -> table.add(
                report.wanted().name(),
                state(report),
                shown(report, RegisteredSchema::id),
                shown(report, RegisteredSchema::version),
                report.level() + (report.ownLevel() ? "" : " (registry's)"),
                report.wanted().file()));
        table.print(out);
        reports.forEach(report -> remarks(out, report));
        if (!register && reports.stream().anyMatch(report -> !report.isAsWanted())) {
            out.println("Register at " + addresses + " with: portolan schemas --register");
        }
        out.flush();
    }

    private static void remarks(PrintWriter out, SubjectReport report) {
        String name = report.wanted().name();
        report.obstacles().forEach(obstacle -> out.println(name + ": " + Printable.line(obstacle)));
        if (!report.hasWantedLevel()) {
            out.printf(
                    "%s: level is %s%s, wanted %s: then old and new programs read each other's records%n",
                    name, report.level(), report.ownLevel() ? "" : ", the registry's own", WantedSubject.LEVEL);
        }
        report.latest()
                .filter(latest -> report.same()
                        .filter(same -> same.version() != latest.version())
                        .isPresent())
                .ifPresent(latest -> out.printf(
                        "%s: version %d (id %d) is newer than this program's%n", name, latest.version(), latest.id()));
    }

    private static String state(SubjectReport report) {
        if (report.same().isPresent()) {
            return "registered";
        }
        if (report.latest().isEmpty()) {
            return "missing";
        }
        return report.isIncompatible() ? "incompatible" : "different, compatible";
    }

    /** Of the version that equals the file, otherwise of the latest. */
    private static String shown(SubjectReport report, Function<RegisteredSchema, Integer> number) {
        return report.same().or(report::latest).map(number).map(String::valueOf).orElse("-");
    }
}
