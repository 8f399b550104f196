package io.portolan.app.deadletters;

import io.portolan.app.cluster.ClientSettings;
import io.portolan.app.cluster.Clusters;
import io.portolan.app.cluster.CommittedTopic;
import io.portolan.app.cluster.Written;
import io.portolan.app.config.PortolanConfig;
import io.portolan.topology.DeadLetterQueue;
import io.portolan.topology.Faults;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends dead letters back to their source topics, each exactly once: record and mark are of one transaction, and of two
 * replays the one that began last ends the other, before it looks which letters are marked.
 */
public final class LetterReplay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LetterReplay.class);

    /** The coordinator of a new cluster may have to create its own topic first. */
    private static final int BEGINNING_MS = 30_000;

    /** Headers that say what was wrong, which is over. The index stays: it names what is to be read. */
    private static final List<String> OVER = List.of(
            DeadLetterQueue.CAUSE,
            DeadLetterQueue.EXCEPTION,
            DeadLetterQueue.TOPIC,
            DeadLetterQueue.PARTITION,
            DeadLetterQueue.OFFSET);

    private final PortolanConfig config;
    private final Producer<byte[], byte[]> producer;
    private final int batch;
    private final Written marks = new Written();

    private LetterReplay(PortolanConfig config, Producer<byte[], byte[]> producer, int batch) {
        this.config = config;
        this.producer = producer;
        this.batch = batch;
    }

    /**
     * Begins a replay, which ends any other.
     *
     * @param batch how many letters are of one transaction
     * @throws KafkaException if the cluster does not answer or refuses
     */
    public static LetterReplay begin(PortolanConfig config, int batch) {
        CommittedTopic.checkExists(config, DeadLetters.topic(config));
        Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings(config), new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            producer.close();
            throw Clusters.unreachable(config, e);
        }
        return new LetterReplay(config, producer, batch);
    }

    /** The letters that a replay would send back: those that have not been, and whose source is known. */
    public static List<Letter> pending(PortolanConfig config, Predicate<Letter> filter) {
        return pending(DeadLetters.list(config), filter);
    }

    private static List<Letter> pending(List<Letter> letters, Predicate<Letter> filter) {
        return letters.stream()
                .filter(letter -> !letter.replayed() && letter.source().isPresent())
                .filter(filter)
                .toList();
    }

    /**
     * Sends back what is pending, and returns how many records went to which topic; done when it shows as sent back.
     *
     * @throws UnknownTopicOrPartitionException if a source topic is missing; nothing is sent then
     * @throws KafkaException if another replay began meanwhile, a job's transaction on the dead-letter topic stays open,
     *     or the cluster refuses; what was committed is marked
     */
    public Map<String, Long> run(Predicate<Letter> filter) {
        Map<LetterId, Letter> pending = pending(DeadLetters.listAll(config), filter).stream()
                .collect(Collectors.toMap(Letter::id, Function.identity(), (one, other) -> one, TreeMap::new));
        Map<String, Integer> partitions = partitions(pending);
        Map<String, Long> committed = new TreeMap<>();
        Batch sending = new Batch(committed);
        try {
            CommittedTopic.read(config, DeadLetters.topic(config), record -> {
                Letter letter = pending.get(new LetterId(record.partition(), record.offset()));
                if (letter != null) {
                    Letter.Source source = letter.source().orElseThrow();
                    sending.add(source, record, partitions.get(source.topic()));
                }
            });
            sending.commit();
        } catch (KafkaException e) {
            abort();
            throw unsent(e, committed);
        }
        marks.awaitReadable(config);
        return committed;
    }

    @Override
    public void close() {
        producer.close();
    }

    /** How many partitions each source topic has. */
    private Map<String, Integer> partitions(Map<LetterId, Letter> pending) {
        Map<String, Integer> partitions = new TreeMap<>();
        for (Letter letter : pending.values()) {
            partitions.computeIfAbsent(letter.source().orElseThrow().topic(), topic -> {
                CommittedTopic.checkExists(config, topic);
                return producer.partitionsFor(topic).size();
            });
        }
        return partitions;
    }

    private void abort() {
        try {
            producer.abortTransaction();
        } catch (KafkaException | IllegalStateException e) {
            LOG.debug("The transaction could not be aborted, which the cluster does by itself", e);
        }
    }

    private static KafkaException unsent(KafkaException failure, Map<String, Long> committed) {
        long sent = committed.values().stream().mapToLong(Long::longValue).sum();
        String before = sent == 0 ? "nothing was sent back" : sent + " letters were sent back and are marked";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException) {
                return new KafkaException("another replay began meanwhile and goes on; " + before, failure);
            }
        }
        return new KafkaException(
                Faults.root(failure).getMessage() + "; " + before + ", run it again for the others", failure);
    }

    private static Map<String, Object> settings(PortolanConfig config) {
        Map<String, Object> settings = Clusters.client(config);
        ClientSettings.copy(config, StreamsConfig.PRODUCER_PREFIX, settings);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BEGINNING_MS);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, config.applicationId() + "-dead-letters");
        return settings;
    }

    /** Letters of one transaction. */
    private final class Batch {
        private final Map<String, Long> committed;
        private final Map<String, Long> sent = new TreeMap<>();
        private int size;

        Batch(Map<String, Long> committed) {
            this.committed = committed;
        }

        void add(Letter.Source source, ConsumerRecord<byte[], byte[]> letter, int partitions) {
            if (size == 0) {
                producer.beginTransaction();
            }
            // A record that fails makes the commit fail.
            Future<RecordMetadata> unused = producer.send(record(source, letter, partitions));
            unused = producer.send(mark(letter), marks);
            sent.merge(source.topic(), 1L, Long::sum);
            size++;
            if (size == batch) {
                commit();
            }
        }

        void commit() {
            if (size > 0) {
                producer.commitTransaction();
                sent.forEach((topic, count) -> committed.merge(topic, count, Long::sum));
                sent.clear();
                size = 0;
            }
        }
    }

    /** Into the partition that it came from, or by its key where the topic has fewer now. */
    private static ProducerRecord<byte[], byte[]> record(
            Letter.Source source, ConsumerRecord<byte[], byte[]> letter, int partitions) {
        Headers headers = new RecordHeaders(letter.headers());
        OVER.forEach(headers::remove);
        Integer partition = source.partition() < partitions ? source.partition() : null;
        return new ProducerRecord<>(source.topic(), partition, null, letter.key(), letter.value(), headers);
    }

    private ProducerRecord<byte[], byte[]> mark(ConsumerRecord<byte[], byte[]> letter) {
        byte[] offset = Long.toString(letter.offset()).getBytes(StandardCharsets.UTF_8);
        Headers headers = new RecordHeaders().add(DeadLetterQueue.REPLAYED, offset);
        return new ProducerRecord<>(letter.topic(), letter.partition(), null, null, null, headers);
    }
}
