package io.portolan.app.config;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.storage.internals.log.LogConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The keys that Kafka Streams and its clients know, by Kafka's own lists of them, and those of a user's own classes. */
final class KafkaKeys {
    private static final List<String> CONSUMERS = List.of(
            StreamsConfig.CONSUMER_PREFIX,
            StreamsConfig.MAIN_CONSUMER_PREFIX,
            StreamsConfig.RESTORE_CONSUMER_PREFIX,
            StreamsConfig.GLOBAL_CONSUMER_PREFIX);

    /** Whatever follows is the user's to choose, or Kafka's own secret. */
    private static final List<String> OPEN = List.of(StreamsConfig.CLIENT_TAG_PREFIX, "internal.", "__");

    private static final Set<String> KNOWN = Set.copyOf(known());

    private KafkaKeys() {}

    /** All of them that have a name, with the prefixes of clients, and without ours. */
    static Set<String> names() {
        return KNOWN;
    }

    /**
     * Whether something reads a key.
     *
     * @param key without our prefix
     * @param own keys of the user's own classes; one that ends in an asterisk stands for all that begin so
     */
    static boolean isKnown(String key, Collection<String> own) {
        return KNOWN.contains(key)
                || OPEN.stream().anyMatch(key::startsWith)
                || own.stream().anyMatch(name -> matches(name, key));
    }

    private static boolean matches(String name, String key) {
        return name.endsWith("*") ? key.startsWith(name.substring(0, name.length() - 1)) : key.equals(name);
    }

    private static Set<String> known() {
        Set<String> known = new HashSet<>(StreamsConfig.configDef().names());
        Stream.of(ConsumerConfig.configNames(), ProducerConfig.configNames(), AdminClientConfig.configNames())
                .forEach(known::addAll);
        CONSUMERS.forEach(prefix -> add(known, prefix, ConsumerConfig.configNames()));
        add(known, StreamsConfig.PRODUCER_PREFIX, ProducerConfig.configNames());
        add(known, StreamsConfig.ADMIN_CLIENT_PREFIX, AdminClientConfig.configNames());
        add(known, StreamsConfig.TOPIC_PREFIX, LogConfig.configNames());
        return known;
    }

    private static void add(Set<String> known, String prefix, Collection<String> names) {
        names.forEach(name -> known.add(prefix + name));
    }
}
