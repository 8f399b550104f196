package io.portolan.app.metrics;

import io.portolan.registry.RegistryRelease;
import io.portolan.schema.PortAssignment;
import io.portolan.topology.StateStores;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** What is loaded of the port registry, read from the GlobalKTable of a running job. For one thread at a time. */
public final class RegistryFacts {
    private final KafkaStreams streams;
    private final String topic;
    private final Deserializer<Object> avro;
    private byte[] release = {};
    private Optional<String> version = Optional.empty();

    /**
     * @param topic the registry's topic
     * @param avro reads specific records
     */
    public RegistryFacts(KafkaStreams streams, String topic, Deserializer<Object> avro) {
        this.streams = streams;
        this.topic = topic;
        this.avro = avro;
    }

    /** Entries for ports; empty unless the job is running. */
    OptionalLong entries() {
        return table().map(table -> OptionalLong.of(
                        table.approximateNumEntries() - (table.get(RegistryRelease.KEY) == null ? 0 : 1)))
                .orElse(OptionalLong.empty());
    }

    /** Version of the release that was loaded last, if one was and can be read. */
    Optional<String> version() {
        Optional<byte[]> now =
                table().map(table -> table.get(RegistryRelease.KEY)).map(ValueAndTimestamp::value);
        if (now.isEmpty()) {
            return Optional.empty();
        }
        if (!Arrays.equals(now.get(), release)) {
            version = read(now.get());
            release = version.isPresent() ? now.get() : new byte[0];
        }
        return version;
    }

    /** The same as a time: 00:00 UTC of its date. */
    Optional<Instant> date() {
        try {
            return version()
                    .map(text ->
                            LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<String> read(byte[] value) {
        try {
            return avro.deserialize(topic, value) instanceof PortAssignment entry
                    ? Optional.of(entry.getVersion())
                    : Optional.empty();
        } catch (SerializationException e) {
            // The job itself tells of it, and counts it, when it labels a flow.
            return Optional.empty();
        }
    }

    private Optional<ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>>> table() {
        try {
            return Optional.of(streams.store(StoreQueryParameters.fromNameAndType(
                    StateStores.PORT_REGISTRY, QueryableStoreTypes.timestampedKeyValueStore())));
        } catch (InvalidStateStoreException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
