package io.portolan.wire;

import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;

/** Under which subject a schema is registered, by the names of Confluent's classes. Source: Confluent documentation. */
enum SubjectNameStrategy {
    /** The topic, with {@code -key} or {@code -value}. */
    TOPIC("TopicNameStrategy") {
        @Override
        String subject(String topic, boolean isKey, Schema schema) {
            return SubjectNames.of(topic, isKey);
        }
    },
    /** The full name of the record. */
    RECORD("RecordNameStrategy") {
        @Override
        String subject(String topic, boolean isKey, Schema schema) {
            return schema.getFullName();
        }
    },
    /** Both. */
    TOPIC_RECORD("TopicRecordNameStrategy") {
        @Override
        String subject(String topic, boolean isKey, Schema schema) {
            return topic + "-" + schema.getFullName();
        }
    };

    private static final String PACKAGE = "io.confluent.kafka.serializers.subject.";

    private final String type;

    SubjectNameStrategy(String type) {
        this.type = type;
    }

    abstract String subject(String topic, boolean isKey, Schema schema);

    /**
     * The strategy of a class.
     *
     * @param key that it was configured with
     * @param type name of Confluent's class, with its package or without
     * @throws ConfigException if it is none of the three
     */
    static SubjectNameStrategy of(String key, String type) {
        return Stream.of(values())
                .filter(strategy -> type.replace(PACKAGE, "").equals(strategy.type))
                .findFirst()
                .orElseThrow(() -> new ConfigException(key + " is " + type + "; known are "
                        + String.join(
                                ", ",
                                Stream.of(values()).map(known -> known.type).toList())));
    }
}
