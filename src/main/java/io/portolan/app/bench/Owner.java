package io.portolan.app.bench;

import java.util.Arrays;
import java.util.List;

/** Whose code a stack is in: the last on it that is not the JDK's. */
enum Owner {
    PORTOLAN("Portolan", "io.portolan.", "#1f6f8b"),
    STREAMS("Kafka Streams", "org.apache.kafka.streams.", "#e0a458"),
    CLIENTS("Kafka clients", "org.apache.kafka.", "#d9c27e"),
    AVRO("Avro", "org.apache.avro.", "#8fb996"),
    ROCKSDB("RocksDB", "org.rocksdb.", "#b08ea2"),
    OTHER("others", "", "#c8ced4");

    private static final List<String> JDK = List.of("java.", "jdk.", "sun.", "javax.");

    private final String text;
    private final String prefix;
    private final String colour;

    Owner(String text, String prefix, String colour) {
        this.text = text;
        this.prefix = prefix;
        this.colour = colour;
    }

    /** The owner of a sample. */
    static Owner of(List<String> stack) {
        for (int i = stack.size() - 1; i >= 0; i--) {
            String frame = stack.get(i);
            if (JDK.stream().noneMatch(frame::startsWith)) {
                return ofFrame(frame);
            }
        }
        return OTHER;
    }

    /** The owner of one class and method. */
    static Owner ofFrame(String frame) {
        return Arrays.stream(values())
                .filter(owner -> frame.startsWith(owner.prefix))
                .findFirst()
                .orElse(OTHER);
    }

    String text() {
        return text;
    }

    String colour() {
        return colour;
    }
}
