package io.portolan.app.command;

import io.portolan.app.config.PortolanConfig;
import io.portolan.app.topics.ClusterTopics;
import io.portolan.app.topics.Difference;
import io.portolan.app.topics.FoundTopic;
import io.portolan.app.topics.TopicReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code portolan topics}: the topics of topics.yaml against the cluster. */
@Command(
        name = "topics",
        description = {
            "Show the topics of topology/topics.yaml and the configured inputs as the cluster has them, with what differs"
                    + " and the command that mends it.",
            "Exit code 0 if all are as wanted, 1 if one is missing or different."
        })
public final class TopicsCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster;

    @Option(
            names = "--create",
            description = "Create what is missing; what is there is never changed. An input that topics.yaml does not"
                    + " define is created like flow-logs.")
    private boolean create;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PortolanConfig config = cluster.config();
        try (ClusterTopics topics = ClusterTopics.of(config)) {
            Set<String> created = create ? topics.create() : Set.of();
            List<TopicReport> reports = topics.report();
            PrintWriter out = spec.commandLine().getOut();
            table(reports, created).print(out);
            reports.forEach(report -> report.differences()
                    .forEach(difference -> print(out, report.wanted().topic().name(), difference)));
            if (reports.stream().anyMatch(report -> report.found().isEmpty())) {
                out.println("Create what is missing with the same options and: portolan topics --create");
            }
            out.flush();
            return reports.stream().allMatch(TopicReport::isAsWanted) ? 0 : 1;
        }
    }

    private static Table table(List<TopicReport> reports, Set<String> created) {
        Table table = new Table("TOPIC", "STATE", "PARTITIONS", "REPLICATION", "USE");
        for (TopicReport report : reports) {
            String name = report.wanted().topic().name();
            String partitions = report.found()
                    .map(FoundTopic::partitions)
                    .map(String::valueOf)
                    .orElse("-");
            String replication = report.found()
                    .map(FoundTopic::replication)
                    .map(String::valueOf)
                    .orElse("-");
            table.add(
                    name,
                    state(report, created.contains(name)),
                    partitions,
                    replication,
                    report.wanted().input() ? "input" : "");
        }
        return table;
    }

    private static String state(TopicReport report, boolean created) {
        if (report.found().isEmpty()) {
            return "missing";
        }
        if (!report.differences().isEmpty()) {
            return "different";
        }
        return created ? "created" : "present";
    }

    private static void print(PrintWriter out, String topic, Difference difference) {
        out.printf(
                "%s: %s is %s, wanted %s: %s%n",
                topic, difference.setting(), difference.found(), difference.wanted(), difference.meaning());
        out.println("  " + difference.remedy());
    }
}
