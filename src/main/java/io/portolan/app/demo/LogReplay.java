package io.portolan.app.demo;

import io.portolan.app.config.PortolanConfig;
import io.portolan.flow.FlowFormat;
import io.portolan.flow.LogRecords;
import io.portolan.flow.avro.AvroFormat;
import io.portolan.topology.SchemaFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes the records of a log to a topic, as a collector would have. */
final class LogReplay implements AutoCloseable {
    private final PortolanConfig config;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    LogReplay(PortolanConfig config) {
        this.config = config;
        this.producer = new KafkaProducer<>(config.kafkaClient(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Writes all records and returns how many, when all are acknowledged.
     *
     * @param stopped whether to leave the rest
     * @throws IOException if the log cannot be read
     * @throws KafkaException if a record cannot be written
     */
    long replay(LogRecords records, String topic, FlowFormat format, BooleanSupplier stopped) throws IOException {
        UnaryOperator<byte[]> onTheWire = format.name().equals(AvroFormat.NAME) ? framing(topic) : record -> record;
        long count = 0;
        for (Optional<byte[]> next = records.next();
                next.isPresent() && !stopped.getAsBoolean();
                next = records.next()) {
            // The callback keeps the failure, and flush waits for all.
            Future<RecordMetadata> unused = producer.send(
                    new ProducerRecord<>(topic, onTheWire.apply(next.get())), (metadata, fault) -> keep(fault));
            count++;
        }
        producer.flush();
        if (failure.get() != null) {
            throw new KafkaException(
                    "the log cannot be written to topic " + topic + ": "
                            + failure.get().getMessage(),
                    failure.get());
        }
        return count;
    }

    private void keep(@Nullable Exception fault) {
        if (fault != null) {
            failure.compareAndSet(null, fault);
        }
    }

    /** Bare flows become what a producer of the canonical form sends. */
    private UnaryOperator<byte[]> framing(String topic) {
        Serializer<Object> serializer = config.avro().serializer();
        GenericDatumReader<GenericRecord> reader = new GenericDatumReader<>(
                SchemaFiles.read(config.topics().flowLogs().value()));
        return record -> {
            try {
                BinaryDecoder in = DecoderFactory.get().binaryDecoder(record, null);
                return serializer.serialize(topic, reader.read(null, in));
            } catch (IOException e) {
                throw new UncheckedIOException("a flow of an Avro file cannot be read", e);
            }
        };
    }

    @Override
    public void close() {
        producer.close();
    }
}
