package io.portolan.topology;

import io.portolan.alert.story.StorySettings;
import io.portolan.flow.FlowParser;
import io.portolan.flow.PastFlows;
import io.portolan.judge.EnrichedFlowWriter;
import io.portolan.judge.Judge;
import io.portolan.judge.Rules;
import io.portolan.label.LabelTable;
import io.portolan.topology.GlobalPortRegistry.RegistryAvro;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
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
 * @param rules the rules in force, asked for anew with every flow
 * @param stories when a story is told
 * @param memory how long is kept what can be asked for
 * @param views what is written for a SIEM beside the Avro records
 * @param avro serdes of the schema registry
 * @param counters what is counted beside the output
 * @param now the time of day, milliseconds since the epoch, behind which flows have to end
 */
public record FlowTopology(
        Topics topics,
        List<Input> inputs,
        Supplier<Rules> rules,
        StorySettings stories,
        Memory memory,
        Views views,
        AvroSerdes avro,
        JobCounters counters,
        LongSupplier now) {
    /** Where to begin without a committed offset is for the configuration to say. */
    private static final @Nullable AutoOffsetReset CONFIGURED = null;

    static final String READ = "read-";
    static final String PARSE = "parse-";
    static final String READ_REGISTRY = "read-port-registry";
    static final String LABEL = "label";
    static final String JUDGE = "judge";
    static final String SIGHT = "sight";
    static final String WRITE_ENRICHED = "write-enriched-flows";
    static final String WRITE_DEAD_LETTERS = "write-dead-letters";

    /** The topology. Asks the schema registry for the id of the enriched flow's schema. */
    public Topology build() {
        RegistryStore registry = new RegistryStore(StateStores.PORT_REGISTRY, now);
        RegistryAvro entries = new RegistryAvro(topics.portRegistry().name(), avro.specific(), counters);
        LabelTable labels = new LabelTable(counters::labelTable);
        DeadLetterQueue deadLetters = deadLetterQueue();
        EnrichedFlowWriter writer = new EnrichedFlowWriter(EnrichedFrame.of(avro.serializer(), topics.enrichedFlows()));
        SizeLimit limit = SizeLimit.of(topics.enrichedFlows());
        SiemViews siem = new SiemViews(topics, views, avro);
        ThreadCounts counts = new ThreadCounts();

        Topology topology = withRegistry(registry);
        inputs.forEach(input -> read(topology, input, deadLetters));
        String[] parsers = inputs.stream().map(input -> PARSE + input.name()).toArray(String[]::new);

        topology.addProcessor(LABEL, () -> new LabelProcessor(registry, entries, labels, deadLetters), parsers);
        topology.addProcessor(
                JUDGE,
                () -> new JudgeProcessor(
                        new Judge(rules),
                        writer,
                        limit,
                        siem.flows(),
                        new EventClock(now),
                        new FlowCounts(counts),
                        deadLetters),
                LABEL);
        ByteArraySerializer bytes = new ByteArraySerializer();
        topology.addSink(WRITE_ENRICHED, topics.enrichedFlows().name(), bytes, bytes, JUDGE);
        topology.addSink(WRITE_DEAD_LETTERS, topics.deadLetters().name(), bytes, bytes, readers(parsers));
        siem.addFlowSinks(topology, JUDGE);
        new SummaryTopology(topics, avro, memory).addTo(topology, JUDGE);
        KeptAlerts.Form kept = new KeptAlerts.Form(topics.portAlerts().name(), avro.serializer(), memory.alerts());
        StoryStage stage = new StoryStage(registry, entries, labels, rules, stories, kept);
        new StoryTopology(topics, avro, siem, stage).addTo(topology, JUDGE);
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

    /** The processors that a record or flow may end at. */
    private static String[] readers(String[] parsers) {
        return Stream.concat(Stream.of(parsers), Stream.of(LABEL, JUDGE)).toArray(String[]::new);
    }

    private void read(Topology topology, Input input, DeadLetterQueue deadLetters) {
        Supplier<FlowParser> parser = new InputParsers(avro).of(input);
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        topology.addSource(
                CONFIGURED,
                READ + input.name(),
                new FlowTime(() -> new PastFlows(parser.get(), now)),
                bytes,
                bytes,
                input.topic());
        topology.addProcessor(
                PARSE + input.name(),
                () -> new ParseProcessor(parser.get(), now, counters.input(input.topic()), counters, deadLetters),
                READ + input.name());
    }
}
