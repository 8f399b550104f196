package io.portolan.app.topics;

/**
 * Something about a topic that is not as topics.yaml wants it.
 *
 * @param setting what differs: a setting by Kafka's name, {@code partitions} or {@code replication}
 * @param wanted what topics.yaml says
 * @param found what the cluster has
 * @param meaning what the difference does to the job, in a sentence
 * @param remedy the command that mends it, or what to do where none can
 */
public record Difference(String setting, String wanted, String found, String meaning, String remedy) {}
