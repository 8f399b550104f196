package io.portolan.wire;

/** Subjects by the topic's name. Source: Confluent documentation, {@code TopicNameStrategy}. */
public final class SubjectNames {
    private SubjectNames() {}

    /** {@code <topic>-key} or {@code <topic>-value}. */
    public static String of(String topic, boolean isKey) {
        return topic + (isKey ? "-key" : "-value");
    }
}
