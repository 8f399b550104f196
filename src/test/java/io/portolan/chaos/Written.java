package io.portolan.chaos;

import io.portolan.alert.document.AlertEvent;
import io.portolan.app.cluster.CommittedTopic;
import io.portolan.app.config.PortolanConfig;
import io.portolan.schema.PortAlert;
import io.portolan.schema.PortTraffic;
import io.portolan.schema.StoryPhase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * What a job has written beside its flows: two runs over the same log, one with faults and one without, have to come to the same.
 *
 * @param alerts how often each is there, by phase and event id, which holds all that its flows have told
 * @param traffic the sums of each key: flows, bytes, packets
 * @param servers the inventory by its key
 */
record Written(Map<String, String> alerts, Map<String, String> traffic, Map<String, String> servers) {
    private static final int MOST_NAMED = 20;

    /** Everything that is committed by now. */
    static Written read(PortolanConfig config) {
        Map<String, String> alerts = new TreeMap<>();
        Map<String, String> traffic = new TreeMap<>();
        Map<String, String> servers = new TreeMap<>();
        each(config, config.topics().portAlerts().name(), (key, value) -> {
            if (value instanceof PortAlert alert) {
                alerts.merge(
                        alert.getPhase() + " " + AlertEvent.of(alert).id(),
                        "once",
                        (before, once) -> before + ", again");
            }
        });
        each(config, config.topics().portTraffic().name(), (key, value) -> {
            if (value instanceof PortTraffic sum) {
                traffic.put(key, "%d/%d/%d".formatted(sum.getFlows(), sum.getBytes(), sum.getPackets()));
            }
        });
        each(config, config.topics().portServers().name(), (key, value) -> servers.put(key, String.valueOf(value)));
        return new Written(alerts, traffic, servers);
    }

    /** The flows that the sums of all minutes come to. */
    long trafficFlows() {
        return traffic.values().stream()
                .mapToLong(sum -> Long.parseLong(sum.substring(0, sum.indexOf('/'))))
                .sum();
    }

    /** Stories of which the last alert is there. */
    long closed() {
        return alerts.keySet().stream()
                .filter(alert -> alert.startsWith(StoryPhase.CLOSED.name()))
                .count();
    }

    /** What is here and not the same in the other, line by line; empty if both came to the same. */
    List<String> differences(Written other) {
        List<String> lines = new ArrayList<>();
        compare("alert", alerts, other.alerts, lines);
        compare("traffic", traffic, other.traffic, lines);
        compare("server", servers, other.servers, lines);
        return lines.size() > MOST_NAMED ? lines.subList(0, MOST_NAMED) : lines;
    }

    private static void compare(String what, Map<String, String> one, Map<String, String> other, List<String> lines) {
        TreeSet<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        for (String key : keys) {
            String here = one.getOrDefault(key, "missing");
            String there = other.getOrDefault(key, "missing");
            if (!here.equals(there)) {
                lines.add("%s %s: %s, and %s there".formatted(what, key, here, there));
            }
        }
    }

    private static void each(PortolanConfig config, String topic, Taken taken) {
        Deserializer<Object> avro = config.avro().specific();
        CommittedTopic.readAll(
                config,
                topic,
                record -> taken.take(
                        new String(record.key(), StandardCharsets.UTF_8),
                        record.value() == null ? "none" : avro.deserialize(topic, record.value())));
    }

    /** What is done with a record. */
    private interface Taken {
        void take(String key, Object value);
    }
}
