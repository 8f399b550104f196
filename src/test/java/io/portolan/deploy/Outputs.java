package io.portolan.deploy;

import io.portolan.app.cluster.CommittedTopic;
import io.portolan.app.config.PortolanConfig;
import io.portolan.schema.PortAlert;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** What a job has written, as whoever reads committed records sees it. */
record Outputs(PortolanConfig config) {
    /** The flows from one address. */
    List<GenericRecord> flowsFrom(String address) {
        String topic = config.topics().enrichedFlows().name();
        Deserializer<Object> avro = config.avro().generic();
        List<GenericRecord> flows = new ArrayList<>();
        CommittedTopic.read(
                config, topic, record -> flows.add((GenericRecord) avro.deserialize(topic, record.value())));
        return flows.stream()
                .filter(flow -> address.equals(flow.get("src_address").toString()))
                .toList();
    }

    /** The alerts of one server. */
    List<PortAlert> alertsOf(String address) {
        String topic = config.topics().portAlerts().name();
        Deserializer<Object> avro = config.avro().specific();
        List<PortAlert> alerts = new ArrayList<>();
        CommittedTopic.read(config, topic, record -> alerts.add((PortAlert) avro.deserialize(topic, record.value())));
        return alerts.stream()
                .filter(alert -> address.equals(alert.getServer().getAddress()))
                .toList();
    }
}
