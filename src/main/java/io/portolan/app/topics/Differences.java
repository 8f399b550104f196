package io.portolan.app.topics;

import io.portolan.topology.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Compares a topic of the cluster with what topics.yaml wants, and knows what each difference means. */
final class Differences {
    private final String brokers;

    /**
     * @param brokers address that the commands to mend a difference are given
     */
    Differences(String brokers) {
        this.brokers = brokers;
    }

    /** Everything that differs; a setting that topics.yaml does not name never does. */
    List<Difference> between(Topic wanted, FoundTopic found) {
        List<Difference> differences = new ArrayList<>();
        if (wanted.partitions() != found.partitions()) {
            differences.add(partitions(wanted, found.partitions()));
        }
        if (wanted.replication() != null && wanted.replication() != found.replication()) {
            differences.add(replication(wanted, found.replication()));
        }
        new TreeMap<>(wanted.config()).forEach((setting, value) -> {
            String actual = found.settings().getOrDefault(setting, "not known to the cluster");
            if (!same(value, actual)) {
                differences.add(setting(wanted.name(), setting, value, actual));
            }
        });
        return differences;
    }

    private Difference partitions(Topic wanted, int found) {
        boolean few = found < wanted.partitions();
        String meaning = few
                ? "more partitions let more threads work; but keys then move to other partitions, and the order of a"
                        + " key's records before and after is lost"
                : "partitions cannot be taken away";
        String remedy = few
                ? "kafka-topics --bootstrap-server " + brokers + " --alter --topic " + wanted.name() + " --partitions "
                        + wanted.partitions()
                : "set partitions: " + found + " in topics.yaml (topics.path), or delete the topic and create it again";
        return new Difference(
                "partitions", Integer.toString(wanted.partitions()), Integer.toString(found), meaning, remedy);
    }

    private Difference replication(Topic wanted, int found) {
        return new Difference(
                "replication",
                String.valueOf(wanted.replication()),
                Integer.toString(found),
                "it decides how many brokers may be lost without loss of records",
                "kafka-reassign-partitions --bootstrap-server " + brokers
                        + " --execute --reassignment-json-file FILE, with the replicas of " + wanted.name());
    }

    private Difference setting(String topic, String setting, String wanted, String found) {
        String value = wanted.contains(",") ? "[" + wanted + "]" : wanted;
        return new Difference(
                setting,
                wanted,
                found,
                meaning(setting),
                "kafka-configs --bootstrap-server " + brokers + " --alter --entity-type topics --entity-name " + topic
                        + " --add-config " + setting + "=" + value);
    }

    private static String meaning(String setting) {
        return switch (setting) {
            case "cleanup.policy" ->
                "compact keeps the latest record of each key for good; delete drops every record after its time";
            case "retention.ms", "retention.bytes" -> "it decides when records are deleted";
            case "message.timestamp.type" ->
                "with CreateTime, old flows that are replayed are deleted as soon as they are written";
            case "min.cleanable.dirty.ratio" -> "it decides how long outdated records stay and are read at every start";
            default -> "it is a setting of Kafka's; see its documentation of topic configurations";
        };
    }

    /** Lists of Kafka have no order. */
    private static boolean same(String wanted, String found) {
        return wanted.strip().equals(found.strip())
                || Arrays.equals(
                        Arrays.stream(wanted.split(",", -1))
                                .map(String::strip)
                                .sorted()
                                .toArray(),
                        Arrays.stream(found.split(",", -1))
                                .map(String::strip)
                                .sorted()
                                .toArray());
    }
}
