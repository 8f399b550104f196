package io.portolan.topology;

import io.portolan.schema.PortSighting;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/**
 * The part of the topology behind the judge: flows on watched ports go by way of a topic to where those of a scanner meet,
 * and by way of another to where those of a server do.
 *
 * @param topics the topics by name
 * @param avro serdes of the schema registry
 * @param siem what is written for a SIEM
 * @param stage what both stages have in common
 */
record StoryTopology(Topics topics, AvroSerdes avro, SiemViews siem, StoryStage stage) {
    private static final @Nullable AutoOffsetReset CONFIGURED = null;

    static final String SIGHTINGS = "sightings";
    private static final String READ_PROBES = "read-port-probes";
    private static final String SCAN = "scan";
    static final String SCAN_STORE = "scans";
    static final String SCAN_CHANGES = "scan-changes";
    private static final String READ_SIGHTINGS = "read-port-sightings";
    private static final String STORY = "story";
    static final String STORY_STORE = "stories";
    static final String STORY_CHANGES = "story-changes";
    static final String WRITE_PROBES = "write-port-probes";
    static final String WRITE_SIGHTINGS = "write-port-sightings";
    static final String PASS_SIGHTINGS = "pass-port-sightings";
    private static final String WRITE_SCANS = "write-scan-alerts";
    private static final String WRITE_ALERTS = "write-port-alerts";

    void addTo(Topology topology, String judge) {
        topology.addProcessor(FlowTopology.SIGHT, SightProcessor::new, judge);
        topology.addStateStore(BeforeCommit.builder(SIGHTINGS), FlowTopology.SIGHT);
        write(topology, WRITE_PROBES, topics.portProbes(), FlowTopology.SIGHT);
        write(topology, WRITE_SIGHTINGS, topics.portSightings(), FlowTopology.SIGHT);

        read(topology, READ_PROBES, topics.portProbes());
        topology.addProcessor(SCAN, () -> new ScanProcessor(stage, siem.alertSinks(WRITE_SCANS)), READ_PROBES);
        topology.addStateStore(StoryStage.store(SCAN_STORE), SCAN);
        topology.addStateStore(BeforeCommit.builder(SCAN_CHANGES), SCAN);
        topology.addStateStore(AgedStore.builder(StateStores.SCAN_ALERTS), SCAN);
        write(topology, PASS_SIGHTINGS, topics.portSightings(), SCAN);
        writeAlerts(topology, WRITE_SCANS, SCAN);

        read(topology, READ_SIGHTINGS, topics.portSightings());
        topology.addProcessor(STORY, () -> new StoryProcessor(stage), READ_SIGHTINGS);
        topology.addStateStore(StoryStage.store(STORY_STORE), STORY);
        topology.addStateStore(BeforeCommit.builder(STORY_CHANGES), STORY);
        topology.addStateStore(AgedStore.builder(StateStores.SERVER_ALERTS), STORY);
        writeAlerts(topology, WRITE_ALERTS, STORY);
    }

    private void read(Topology topology, String name, Topic topic) {
        topology.addSource(
                CONFIGURED,
                name,
                new SightingTime(),
                new StringDeserializer(),
                new SightingDeserializer(avro.specific()),
                topic.name());
    }

    /** Each stage has sinks of its own: one that two shared would make them one, with tasks for the larger. */
    private void write(Topology topology, String name, Topic topic, String parent) {
        Serializer<PortSighting> values = (to, sighting) -> avro.serializer().serialize(to, sighting);
        topology.addSink(name, topic.name(), new StringSerializer(), values, new SightingPartitioner(), parent);
    }

    private void writeAlerts(Topology topology, String name, String parent) {
        topology.addSink(name, topics.portAlerts().name(), new StringSerializer(), avro.serializer(), parent);
        siem.addAlertSinks(topology, name, parent);
    }
}
