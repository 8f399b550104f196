package io.portolan.topology;

import io.portolan.schema.PortAlert;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/**
 * The part of the topology that writes for a SIEM; nothing, if the configuration names no format.
 *
 * @param topics the topics by name
 * @param wanted what is written, and in which formats
 * @param avro serdes of the schema registry
 */
record SiemViews(Topics topics, Views wanted, AvroSerdes avro) {
    private static final String WRITE_FLOWS = FlowTopology.WRITE_ENRICHED + "-";

    /** What makes the documents of flows. */
    FlowViews flows() {
        return new FlowViews(
                topics.enrichedFlows().name(),
                avro.specific(),
                wanted.flows().stream()
                        .sorted()
                        .map(format -> new FlowViews.View(
                                format, WRITE_FLOWS + format.text(), SizeLimit.of(topics.enrichedFlows(format))))
                        .toList());
    }

    /** Adds the nodes that write documents of flows; the node before sends these to them by name. */
    void addFlowSinks(Topology topology, String flows) {
        ByteArraySerializer bytes = new ByteArraySerializer();
        wanted.flows().stream()
                .sorted()
                .forEach(format -> topology.addSink(
                        WRITE_FLOWS + format.text(),
                        topics.enrichedFlows(format).name(),
                        bytes,
                        bytes,
                        flows));
    }

    /** Names of the nodes to which a stage sends its alerts: the one given, and those of the documents. */
    List<String> alertSinks(String avroSink) {
        return Stream.concat(
                        Stream.of(avroSink), wanted.alerts().stream().sorted().map(format -> sink(avroSink, format)))
                .toList();
    }

    /** Adds the nodes that write documents of the alerts of a stage, beside the one that writes them as Avro. */
    void addAlertSinks(Topology topology, String avroSink, String alerts) {
        wanted.alerts().stream().sorted().forEach(format -> {
            Serializer<PortAlert> documents = (topic, alert) -> format.document(alert);
            String name = topics.portAlerts(format).name();
            topology.addSink(sink(avroSink, format), name, new StringSerializer(), documents, alerts);
        });
    }

    private static String sink(String avroSink, ViewFormat format) {
        return avroSink + "-" + format.text();
    }
}
