package io.portolan.app.query;

import io.portolan.topology.AgedValues;
import io.portolan.topology.StateStores;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** The stores of the tasks that an instance runs. */
public final class LocalStores {
    private final KafkaStreams streams;
    private final TopologyDescription topology;

    /**
     * @param topology that it runs
     */
    public LocalStores(KafkaStreams streams, TopologyDescription topology) {
        this.streams = streams;
        this.topology = topology;
    }

    /** @throws StateAwayException if the store cannot be asked just now */
    AgedValues aged(String name) {
        if (!isExpected(name)) {
            return new AgedValues(Stores.inMemoryKeyValueStore(name).get());
        }
        return new AgedValues(open(() -> streams.<ReadOnlyKeyValueStore<Bytes, byte[]>>store(
                StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()))));
    }

    /** The bytes of an entry of the registry. */
    Optional<byte[]> registry(String key) {
        return Optional.ofNullable(registry().get(key)).map(ValueAndTimestamp::value);
    }

    /** Hands over all entries of the registry. */
    void registry(BiConsumer<String, byte[]> each) {
        try (KeyValueIterator<String, ValueAndTimestamp<byte[]>> entries =
                registry().all()) {
            while (entries.hasNext()) {
                KeyValue<String, ValueAndTimestamp<byte[]>> entry = entries.next();
                each.accept(entry.key, entry.value.value());
            }
        }
    }

    /** With few partitions an instance may have no task with a store: it holds nothing, which is not that it is away. */
    private boolean isExpected(String store) {
        if (streams.state() != KafkaStreams.State.RUNNING) {
            return true;
        }
        Set<Integer> parts = streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .map(task -> task.taskId().subtopology())
                .collect(Collectors.toSet());
        return topology.subtopologies().stream()
                .filter(part -> parts.contains(part.id()))
                .flatMap(part -> part.nodes().stream())
                .anyMatch(node -> node instanceof TopologyDescription.Processor processor
                        && processor.stores().contains(store));
    }

    private ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> registry() {
        return open(() -> streams.<ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>>>store(
                StoreQueryParameters.fromNameAndType(
                        StateStores.PORT_REGISTRY, QueryableStoreTypes.timestampedKeyValueStore())));
    }

    private static <S> S open(Opening<S> opening) {
        try {
            return opening.open();
        } catch (InvalidStateStoreException e) {
            throw new StateAwayException("the state cannot be asked just now: " + e.getMessage(), e);
        }
    }

    private interface Opening<S> {
        S open();
    }
}
