package io.portolan.app.query;

import io.portolan.topology.AgedValues;
import io.portolan.topology.StateStores;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** The stores of the tasks that an instance runs. */
public final class LocalStores {
    private final KafkaStreams streams;

    public LocalStores(KafkaStreams streams) {
        this.streams = streams;
    }

    /** @throws StateAwayException if the store cannot be asked just now */
    AgedValues aged(String name) {
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
