package io.portolan.app.bench.contender;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;

/** A consumer and a producer. */
final class FloorThread extends Thread {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Setup setup;
    private final String from;
    private final String to;
    private final long commitNanos;
    private volatile boolean ending;

    FloorThread(Setup setup) {
        super("floor");
        this.setup = setup;
        this.from = setup.config().topics().flowLogs().name();
        this.to = setup.config().topics().enrichedFlows().name();
        Object interval = setup.config().kafka().get(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG);
        this.commitNanos = TimeUnit.MILLISECONDS.toNanos(((Number) interval).longValue());
    }

    void end() {
        ending = true;
    }

    @Override
    public void run() {
        Map<String, Object> reading = ClientProperties.consumer(setup.config());
        Map<String, Object> writing = ClientProperties.producer(setup.config());
        try (KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer())) {
            consumer.subscribe(List.of(from));
            move(consumer, producer);
        } catch (RuntimeException e) {
            setup.failed().accept(e);
        }
    }

    private void move(KafkaConsumer<byte[], byte[]> consumer, KafkaProducer<byte[], byte[]> producer) {
        long committed = System.nanoTime();
        while (!ending) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                send(producer, record);
            }
            if (System.nanoTime() - committed >= commitNanos) {
                producer.flush();
                consumer.commitSync();
                committed = System.nanoTime();
            }
        }
    }

    private void send(KafkaProducer<byte[], byte[]> producer, ConsumerRecord<byte[], byte[]> record) {
        // The callback tells of what could not be written.
        Future<RecordMetadata> unused = producer.send(
                new ProducerRecord<>(to, null, record.timestamp(), record.key(), record.value(), record.headers()),
                (metadata, fault) -> {
                    if (fault != null) {
                        setup.failed().accept(fault);
                    }
                });
    }
}
