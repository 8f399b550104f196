package io.portolan.app.replay;

import io.portolan.app.config.PortolanConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/**
 * Writes values to a topic and knows how many of them the cluster has acknowledged. Records have no key, so that they
 * spread over the partitions, and no time of their own: a flow's may be so long ago that the topic would drop the record
 * at once.
 */
public final class TopicWriter implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String topic;
    private final String brokers;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicReference<KafkaException> failure = new AtomicReference<>();
    private volatile boolean stopped;

    /**
     * Opens a producer.
     *
     * @throws KafkaException if its settings cannot be used
     */
    public TopicWriter(PortolanConfig config, String topic) {
        this.topic = topic;
        this.brokers = config.brokers();
        this.producer = new KafkaProducer<>(settings(config), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Sends a value; it is written when it is acknowledged.
     *
     * @param place where it is from, for messages
     * @throws KafkaException if this value or one before it cannot be written
     */
    public void write(byte[] value, Place place) {
        if (stopped) {
            return;
        }
        check();
        try {
            // The callback counts and keeps the failure, and awaitAll waits for all.
            Future<RecordMetadata> unused =
                    producer.send(new ProducerRecord<>(topic, value), (metadata, fault) -> completed(place, fault));
        } catch (KafkaException | IllegalStateException e) {
            // It was closed by another thread meanwhile.
            if (!stopped) {
                throw e;
            }
        }
    }

    /**
     * Waits until all that was sent is acknowledged.
     *
     * @throws KafkaException if something cannot be written
     */
    public void awaitAll() {
        if (!stopped) {
            producer.flush();
            check();
        }
    }

    /** Name of the topic. */
    public String topic() {
        return topic;
    }

    /** Values that the cluster has acknowledged. */
    public long acknowledged() {
        return acknowledged.get();
    }

    /** Takes no more values, and waits some seconds for those on their way. Any thread may call it. */
    public void stop() {
        stopped = true;
        producer.close(PATIENCE);
    }

    /** Drops what is not acknowledged; after a stop it leaves that to the thread that stops. */
    @Override
    public void close() {
        if (!stopped) {
            producer.close(Duration.ZERO);
        }
    }

    private void completed(Place place, @Nullable Exception fault) {
        if (fault == null) {
            acknowledged.incrementAndGet();
        } else if (failure.get() == null) {
            failure.compareAndSet(
                    null,
                    new KafkaException(
                            place + " cannot be written to topic " + topic + ": " + reason(fault) + wayOut(fault),
                            fault));
        }
    }

    private void check() {
        KafkaException fault = failure.get();
        if (fault != null && !stopped) {
            throw fault;
        }
    }

    private static String reason(Exception fault) {
        return String.valueOf(fault.getMessage()).replaceFirst("\\.$", "");
    }

    private String wayOut(Exception fault) {
        if (fault instanceof TimeoutException) {
            return "; check that Kafka still runs at " + brokers;
        }
        return fault instanceof RecordTooLargeException
                ? "; raise kafka.producer." + ProducerConfig.MAX_REQUEST_SIZE_CONFIG
                        + ", and max.message.bytes of the topic"
                : "";
    }

    private static Map<String, Object> settings(PortolanConfig config) {
        Map<String, Object> settings = config.kafkaClient();
        config.kafka().forEach((key, value) -> {
            if (key.startsWith(StreamsConfig.PRODUCER_PREFIX)) {
                settings.put(key.substring(StreamsConfig.PRODUCER_PREFIX.length()), value);
            }
        });
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return settings;
    }
}
