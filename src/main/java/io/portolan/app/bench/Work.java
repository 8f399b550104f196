package io.portolan.app.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a thread that moves records is at. A stack is at the work of the last on it that is named here; what serves many, as
 * Kafka's record classes and the JDK do, is a part of the work that called it.
 */
public enum Work {
    CONSUMER("fetching and unpacking what is read", Owner.CLIENTS, "org.apache.kafka.clients.consumer."),
    QUEUES(
            "record queues and the order of time",
            Owner.STREAMS,
            Work.INTERNALS + "PartitionGroup",
            Work.INTERNALS + "RecordQueue",
            Work.INTERNALS + "RecordDeserializer",
            Work.INTERNALS + "StampedRecord"),
    FLOWS(
            "reading the flow",
            Owner.PORTOLAN,
            "io.portolan.flow.",
            "io.portolan.topology.ParseProcessor",
            "io.portolan.topology.InputBatch",
            "io.portolan.topology.FramedFlowParser",
            "io.portolan.topology.RegisteredFlowParser"),
    LABELS(
            "labels",
            Owner.PORTOLAN,
            "io.portolan.label.",
            "io.portolan.registry.",
            "io.portolan.topology.LabelProcessor",
            "io.portolan.topology.GlobalPortRegistry"),
    JUDGEMENT("judging and splicing", Owner.PORTOLAN, "io.portolan.judge.", "io.portolan.topology.Judge"),
    COUNTS(
            "counting and sums",
            Owner.PORTOLAN,
            "io.portolan.summary.",
            "io.portolan.topology.FlowCounts",
            "io.portolan.topology.Sum"),
    REST("stories, alerts, and what is left", Owner.PORTOLAN, "io.portolan.topology.", "io.portolan.alert."),
    STORES("stores", Owner.STREAMS, "org.apache.kafka.streams.state.", "org.rocksdb."),
    AVRO("reading and writing Avro", Owner.AVRO, "org.apache.avro."),
    NODES(
            "nodes and forwards",
            Owner.STREAMS,
            Work.INTERNALS + "ProcessorNode",
            Work.INTERNALS + "SourceNode",
            Work.INTERNALS + "SinkNode",
            Work.INTERNALS + "ProcessorContextImpl",
            Work.INTERNALS + "AbstractProcessorContext",
            Work.INTERNALS + "ProcessorRecordContext",
            "org.apache.kafka.streams.processor.api."),
    METRICS(
            "sensors",
            Owner.STREAMS,
            "org.apache.kafka.common.metrics.",
            Work.INTERNALS + "metrics.",
            Work.INTERNALS + "StreamTask.maybeRecordE2ELatency"),
    COLLECTOR("giving records to the producer", Owner.STREAMS, Work.INTERNALS + "RecordCollector"),
    TASKS("tasks, commits, and what is left", Owner.STREAMS, "org.apache.kafka.streams."),
    COMPRESSION("compression", Owner.CLIENTS, "org.apache.kafka.common.compress.", "net.jpountz.", "com.github.luben."),
    NETWORK(
            "network",
            Owner.CLIENTS,
            "org.apache.kafka.common.network.",
            "org.apache.kafka.clients.NetworkClient",
            "org.apache.kafka.clients.ClientUtils"),
    SENDER(
            "sending batches, and their ends",
            Owner.CLIENTS,
            "org.apache.kafka.clients.producer.internals.Sender",
            "org.apache.kafka.clients.producer.internals.ProducerBatch.complete",
            "org.apache.kafka.clients.producer.internals.ProducerBatch.done",
            "org.apache.kafka.clients.producer.internals.ProduceRequestResult",
            "org.apache.kafka.clients.producer.KafkaProducer$AppendCallbacks"),
    PRODUCER("putting records into batches", Owner.CLIENTS, "org.apache.kafka.clients.producer."),
    OTHER("others", Owner.OTHER, "");

    private static final String INTERNALS = "org.apache.kafka.streams.processor.internals.";

    private final String text;
    private final Owner owner;
    private final Pattern frames;

    Work(String text, Owner owner, String... prefixes) {
        this.text = text;
        this.owner = owner;
        this.frames = Pattern.compile(Stream.of(prefixes).map(Pattern::quote).collect(Collectors.joining("|")));
    }

    /** The work of a sample. */
    static Work of(List<String> stack) {
        for (int i = stack.size() - 1; i >= 0; i--) {
            Optional<Work> named = ofFrame(stack.get(i));
            if (named.isPresent()) {
                return named.get();
            }
        }
        return OTHER;
    }

    private static Optional<Work> ofFrame(String frame) {
        return Arrays.stream(values())
                .filter(work -> work != OTHER)
                .filter(work -> work.frames.matcher(frame).lookingAt())
                .findFirst();
    }

    /** In a few words. */
    public String text() {
        return text;
    }

    /** Whose code does it. */
    public String owner() {
        return owner.text();
    }
}
