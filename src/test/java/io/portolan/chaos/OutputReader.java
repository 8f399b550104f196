package io.portolan.chaos;

import io.portolan.app.config.PortolanConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows what is committed of enriched flows and dead letters, and enters it in the ledger. */
final class OutputReader implements AutoCloseable {
    /** What comes too much comes with what is committed next. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(1);

    private static final int MANY = 5_000;

    private final Ledger ledger;
    private final String enriched;
    private final KafkaConsumer<byte[], byte[]> consumer;

    OutputReader(PortolanConfig config, Ledger ledger) {
        this(config, ledger, MANY);
    }

    /** One that takes so many records at once at most. */
    OutputReader(PortolanConfig config, Ledger ledger, int mostAtOnce) {
        this.ledger = ledger;
        this.enriched = config.topics().enrichedFlows().name();
        Map<String, Object> settings = new HashMap<>(config.kafkaClient());
        settings.put("isolation.level", "read_committed");
        settings.put("max.poll.records", mostAtOnce);
        // A place that the brokers do not know any more would be a fault to tell, and not to pass over.
        settings.put("auto.offset.reset", "none");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> all = List.of(
                        enriched, config.topics().deadLetters().name())
                .stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(at -> new TopicPartition(at.topic(), at.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    /** Reads until nothing is owed, and a little longer; gives up when nothing has come for this time. */
    Balance readUntilSettled(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (ledger.balance().lost() > 0 && System.nanoTime() < end) {
            if (read(Duration.ofMillis(500)) > 0) {
                end = System.nanoTime() + patience.toNanos();
            }
        }
        read(AFTERWARDS);
        return ledger.balance();
    }

    /** Reads what comes within this time; returns how many records there were. */
    int read(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        int count = 0;
        while (System.nanoTime() < end) {
            count += poll();
        }
        return count;
    }

    /** Reads what one call gives; returns how many records there were. */
    int poll() {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(50));
        records.forEach(this::take);
        return records.count();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(enriched)) {
            ledger.flow(record.key());
        } else {
            ledger.letter(record.key());
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
