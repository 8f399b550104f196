package io.portolan.topology;

import io.portolan.schema.PortSighting;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Sends a record without key, a clock mark, to all partitions, and any other where its key belongs. */
final class SightingPartitioner implements StreamPartitioner<String, PortSighting> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, PortSighting value, int numPartitions) {
        return key == null
                ? Optional.of(IntStream.range(0, numPartitions).boxed().collect(Collectors.toSet()))
                : Optional.empty();
    }
}
