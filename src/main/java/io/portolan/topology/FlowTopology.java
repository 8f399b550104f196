package io.portolan.topology;

import io.portolan.alert.Alerts;
import io.portolan.flow.AvroFlowParser;
import io.portolan.flow.FlowParser;
import io.portolan.flow.PastFlows;
import io.portolan.flow.Reading;
import io.portolan.flow.auto.AutoFormat;
import io.portolan.flow.avro.AvroFormat;
import io.portolan.judge.EnrichedFlowWriter;
import io.portolan.judge.Judge;
import io.portolan.judge.Rules;
import io.portolan.label.LabelTable;
import io.portolan.schema.FlowLog;
import io.portolan.topology.GlobalPortRegistry.RegistryAvro;
import io.portolan.wire.TargetLayout;
import io.portolan.wire.WriterRecords;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.jspecify.annotations.Nullable;

/**
 * The data path, as the picture in the README shows it.
 *
 * @param topics the topics by name
 * @param inputs where flow logs come from, one or more
 * @param rules the rules in force, which may be exchanged while the job runs
 * @param avro serdes of the schema registry
 * @param counters what is counted beside the output
 * @param now the time of day, milliseconds since the epoch, behind which flows have to end
 */
public record FlowTopology(
        Topics topics,
        List<Input> inputs,
        Supplier<Rules> rules,
        AvroSerdes avro,
        JobCounters counters,
        LongSupplier now) {
    /** Where to begin without a committed offset is for the configuration to say. */
    private static final @Nullable AutoOffsetReset CONFIGURED = null;

    static final String READ = "read-";
    static final String READ_REGISTRY = "read-port-registry";
    static final String REGISTRY = "port-registry";
    static final String LABEL = "label";
    static final String JUDGE = "judge";
    static final String ALERT = "alert";
    static final String WRITE_ENRICHED = "write-enriched-flows";
    static final String WRITE_ALERTS = "write-port-alerts";
    static final String WRITE_DEAD_LETTERS = "write-dead-letters";

    /** The topology. Asks the schema registry for the id of the enriched flow's schema. */
    public Topology build() {
        RegistryStore registry = new RegistryStore(REGISTRY);
        RegistryAvro entries = new RegistryAvro(topics.portRegistry().name(), avro.specific(), counters);
        LabelTable labels = new LabelTable();
        DeadLetterQueue deadLetters = deadLetterQueue();
        EnrichedFlowWriter writer = new EnrichedFlowWriter(EnrichedFrame.of(avro.serializer(), topics.enrichedFlows()));
        SizeLimit limit = SizeLimit.of(topics.enrichedFlows());

        Topology topology = withRegistry(registry);
        inputs.forEach(input -> read(topology, input));
        String[] sources = inputs.stream().map(input -> READ + input.name()).toArray(String[]::new);

        topology.addProcessor(LABEL, () -> new LabelProcessor(registry, entries, labels, deadLetters), sources);
        topology.addProcessor(JUDGE, () -> new JudgeProcessor(new Judge(rules), writer, limit), LABEL);
        topology.addProcessor(ALERT, () -> new AlertProcessor(new Alerts(rules)), JUDGE);

        ByteArraySerializer bytes = new ByteArraySerializer();
        topology.addSink(WRITE_ENRICHED, topics.enrichedFlows().name(), bytes, bytes, JUDGE);
        topology.addSink(WRITE_ALERTS, topics.portAlerts().name(), new StringSerializer(), avro.serializer(), ALERT);
        topology.addSink(WRITE_DEAD_LETTERS, topics.deadLetters().name(), bytes, bytes, LABEL);
        return topology;
    }

    /** Where this topology's dead letters go, for the handlers of Kafka Streams. */
    public DeadLetterQueue deadLetterQueue() {
        return new DeadLetterQueue(topics.deadLetters().name(), counters);
    }

    private Topology withRegistry(RegistryStore store) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.globalTable(
                topics.portRegistry().name(),
                Consumed.with(Serdes.String(), Serdes.ByteArray()).withName(READ_REGISTRY),
                Materialized.as(store));
        return builder.build();
    }

    private void read(Topology topology, Input input) {
        Supplier<FlowParser> parser = parser(input);
        Deserializer<Reading> flows = new FlowDeserializer(() -> new PastFlows(parser.get(), now));
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        topology.addSource(CONFIGURED, READ + input.name(), new FlowTime(), bytes, flows, input.topic());
    }

    private Supplier<FlowParser> parser(Input input) {
        TargetLayout layout = new TargetLayout(avro.generic(), FlowLog.getClassSchema());
        return () -> {
            FlowParser parser = input.format().parser().apply(input.fields());
            FramedFlowParser canonical = new FramedFlowParser(input.topic(), layout);
            return switch (input.format().name()) {
                case AvroFormat.NAME -> canonical;
                case AutoFormat.NAME ->
                    new AutoFramedParser(input.topic(), canonical, registered(input, parser), records());
                default -> parser instanceof AvroFlowParser ? registered(input, parser) : parser;
            };
        };
    }

    private RegisteredFlowParser registered(Input input, FlowParser parser) {
        return new RegisteredFlowParser(input.topic(), (AvroFlowParser) parser, records());
    }

    private WriterRecords records() {
        return new WriterRecords(avro.generic());
    }
}
