package io.portolan.app.deadletters;

import io.portolan.app.cluster.CommittedTopic;
import io.portolan.app.config.PortolanConfig;
import io.portolan.topology.DeadLetterQueue;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.header.Header;

/**
 * Reads the dead-letter topic. A letter that was sent back has a mark behind it, in its partition: a record without value
 * whose header {@link DeadLetterQueue#REPLAYED} is the letter's offset.
 */
public final class DeadLetters {
    private DeadLetters() {}

    /**
     * The letters of a configuration's dead-letter topic, in their order; what they hold is not kept.
     *
     * @throws UnknownTopicOrPartitionException if there is no such topic
     * @throws KafkaException if the cluster does not answer or refuses
     */
    public static List<Letter> list(PortolanConfig config) {
        Content content = new Content();
        CommittedTopic.read(config, topic(config), content::add);
        return content.letters();
    }

    /**
     * The same, with every mark that is committed: a job that is writing a letter hides the marks behind it, and a letter
     * whose mark is hidden would be sent back again.
     *
     * @throws KafkaException also if a transaction on the topic stays open
     */
    static List<Letter> listAll(PortolanConfig config) {
        Content content = new Content();
        CommittedTopic.readAll(config, topic(config), content::add);
        return content.letters();
    }

    /**
     * One letter with the record that it holds.
     *
     * @throws UnknownTopicOrPartitionException if there is no such topic
     */
    public static Optional<ConsumerRecord<byte[], byte[]>> find(PortolanConfig config, LetterId id) {
        AtomicReference<ConsumerRecord<byte[], byte[]>> found = new AtomicReference<>();
        CommittedTopic.read(config, topic(config), record -> {
            if (record.partition() == id.partition() && record.offset() == id.offset()) {
                found.set(record);
            }
        });
        return Optional.ofNullable(found.get()).filter(record -> mark(record).isEmpty());
    }

    static String topic(PortolanConfig config) {
        return config.topics().deadLetters().name();
    }

    /** The letter that a record marks as sent back, if it is a mark. */
    static Optional<LetterId> mark(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(DeadLetterQueue.REPLAYED);
        if (header == null || record.value() != null) {
            return Optional.empty();
        }
        try {
            long offset = Long.parseLong(new String(header.value(), StandardCharsets.UTF_8));
            return Optional.of(new LetterId(record.partition(), offset));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** What was read of the topic. */
    private static final class Content {
        private final TreeMap<LetterId, Letter> letters = new TreeMap<>();
        private final Set<LetterId> replayed = new HashSet<>();

        void add(ConsumerRecord<byte[], byte[]> record) {
            Optional<LetterId> mark = mark(record);
            if (mark.isPresent()) {
                replayed.add(mark.get());
            } else {
                Letter letter = Letter.of(record, false);
                letters.put(letter.id(), letter);
            }
        }

        List<Letter> letters() {
            letters.replaceAll((id, letter) -> replayed.contains(id) ? replayed(letter) : letter);
            return List.copyOf(letters.values());
        }

        private static Letter replayed(Letter letter) {
            return new Letter(letter.id(), letter.time(), letter.source(), letter.cause(), true);
        }
    }
}
