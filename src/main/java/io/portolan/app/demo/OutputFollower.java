package io.portolan.app.demo;

import io.portolan.app.config.PortolanConfig;
import io.portolan.schema.PortAlert;
import io.portolan.topology.AvroSerdes;
import io.portolan.topology.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the output topics from their beginning, committed records only, as any reader of them would. */
final class OutputFollower implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Topics topics;
    private final AvroSerdes avro;
    private final Consumer<PortAlert> alerted;
    private final OutputTally tally = new OutputTally();
    private final KafkaConsumer<byte[], byte[]> consumer;

    /**
     * @param alerted told of each alert as it comes
     */
    OutputFollower(PortolanConfig config, Consumer<PortAlert> alerted) {
        this.topics = config.topics();
        this.avro = config.avro();
        this.alerted = alerted;
        Map<String, Object> settings = config.kafkaClient();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Collection<TopicPartition> partitions = partitions();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What was read up to now. */
    OutputTally tally() {
        return tally;
    }

    /** Reads what there is, for a moment. */
    void poll() {
        consumer.poll(POLL).forEach(this::read);
    }

    /** Reads everything that is committed now. */
    void catchUp() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll();
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(topics.enrichedFlows().name())) {
            tally.add((GenericRecord) avro.generic().deserialize(record.topic(), record.value()));
        } else if (record.topic().equals(topics.portAlerts().name())) {
            PortAlert alert = (PortAlert) avro.specific().deserialize(record.topic(), record.value());
            tally.add(alert);
            alerted.accept(alert);
        } else {
            tally.addDeadLetter();
        }
    }

    private List<TopicPartition> partitions() {
        return Stream.of(topics.enrichedFlows(), topics.portAlerts(), topics.deadLetters())
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }
}
