package io.portolan.chaos;

import io.portolan.app.job.ClusterHarness;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes records to the input and enters each in the ledger. It waits for brokers that are away as long as a test may take. */
final class Feeder implements AutoCloseable {
    private static final int PATIENCE_MS = 600_000;

    private final Ledger ledger;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();

    Feeder(ClusterHarness cluster, Ledger ledger) {
        this.ledger = ledger;
        Map<String, Object> settings = new HashMap<>(cluster.config().kafkaClient());
        settings.put("delivery.timeout.ms", PATIENCE_MS);
        settings.put("max.block.ms", PATIENCE_MS);
        settings.put("linger.ms", 10);
        settings.put("batch.size", 128 << 10);
        settings.put("compression.type", "lz4");
        settings.put("max.request.size", 8 << 20);
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Writes the records of a script from one number to another, without the latter. */
    void feed(FlowScript script, int from, int to) {
        for (int i = from; i < to; i++) {
            send(script.line(i));
        }
        flush();
    }

    /** Writes what ends all stories of a script. */
    void end(FlowScript script) {
        for (int i = 0; i < script.partitions(); i++) {
            send(script.last(i));
        }
        flush();
    }

    void send(Line line, Header... headers) {
        send(ClusterHarness.FLOWS, line, headers);
    }

    /** Writes a record to a topic. */
    void send(String topic, Line line, Header... headers) {
        int number = ledger.enter(line.flows(), line.letters());
        byte[] key = Integer.toString(number).getBytes(StandardCharsets.US_ASCII);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, line.partition(), key, line.value());
        for (Header header : headers) {
            record.headers().add(header);
        }
        raw(record);
    }

    /** Writes what is no input, and not entered. */
    void raw(ProducerRecord<byte[], byte[]> record) {
        var unused = producer.send(record, (at, failure) -> {
            if (failure != null) {
                refused.compareAndSet(null, failure);
            }
        });
    }

    /** @throws IllegalStateException if the brokers have refused a record, which is no fault of the job */
    void flush() {
        producer.flush();
        Exception failure = refused.get();
        if (failure != null) {
            throw new IllegalStateException("a record was not written to the input", failure);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
