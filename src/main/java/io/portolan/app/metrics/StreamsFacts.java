package io.portolan.app.metrics;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;

/**
 * What Kafka Streams says of itself.
 *
 * @param streams the running instance
 * @param threadsConfigured threads that it was told to have
 * @param inputs topics of the inputs
 */
public record StreamsFacts(KafkaStreams streams, int threadsConfigured, Set<String> inputs) {
    private static final String LAG = "records-lag";
    private static final String DEAD = "DEAD";

    public StreamsFacts {
        inputs = Set.copyOf(inputs);
    }

    KafkaStreams.State state() {
        return streams.state();
    }

    long threadsAlive() {
        return streams.metadataForLocalThreads().stream()
                .filter(thread -> !thread.threadState().equals(DEAD))
                .count();
    }

    /** Records that are still to be read of each input, as far as a consumer of this instance knows by now. */
    Map<String, Double> lag() {
        Map<String, Double> lag = new TreeMap<>();
        for (Metric metric : streams.metrics().values()) {
            String topic = metric.metricName().tags().get("topic");
            if (metric.metricName().name().equals(LAG) && topic != null && inputs.contains(topic)) {
                double value = ((Number) metric.metricValue()).doubleValue();
                lag.merge(topic, Double.isNaN(value) ? 0 : value, Double::sum);
            }
        }
        return lag;
    }
}
