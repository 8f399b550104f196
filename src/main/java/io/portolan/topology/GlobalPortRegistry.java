package io.portolan.topology;

import io.portolan.label.PortRegistry;
import io.portolan.registry.PortKey;
import io.portolan.registry.RegistryRelease;
import io.portolan.schema.PortAssignment;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/**
 * The registry as the GlobalKTable has it: the bytes of the topic, decoded when a port is looked up.
 *
 * <p>A global table has no dead-letter topic and must not stop the job, so an entry that cannot be read counts as a port
 * that is not listed, and is counted. A schema registry that is away is another matter and goes through as a failure,
 * for it says nothing about the entry.
 */
final class GlobalPortRegistry implements PortRegistry {
    private final RegistryStore supplier;
    private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> table;
    private final RegistryAvro avro;

    /**
     * How entries are read.
     *
     * @param topic the registry's topic
     * @param deserializer reads specific records
     * @param counters counts what cannot be read
     */
    record RegistryAvro(String topic, Deserializer<Object> deserializer, JobCounters counters) {}

    GlobalPortRegistry(
            RegistryStore supplier, ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> table, RegistryAvro avro) {
        this.supplier = supplier;
        this.table = table;
        this.avro = avro;
    }

    @Override
    public long generation() {
        return supplier.generation();
    }

    @Override
    public Optional<PortAssignment> find(PortKey port) {
        return get(port.toString());
    }

    @Override
    public Optional<String> version() {
        return get(RegistryRelease.KEY).map(PortAssignment::getVersion);
    }

    private Optional<PortAssignment> get(String key) {
        ValueAndTimestamp<byte[]> entry = table.get(key);
        return entry == null ? Optional.empty() : read(key, entry.value());
    }

    private Optional<PortAssignment> read(String key, byte[] value) {
        try {
            Object entry = avro.deserializer().deserialize(avro.topic(), value);
            if (entry instanceof PortAssignment assignment) {
                return Optional.of(assignment);
            }
            unreadable(key, "it is no port assignment");
        } catch (SerializationException e) {
            if (!Faults.isOfTheRecord(e)) {
                throw e;
            }
            unreadable(key, e.getMessage());
        }
        return Optional.empty();
    }

    private void unreadable(String key, String cause) {
        avro.counters().registryEntryUnreadable(cause, key + " of topic " + avro.topic());
    }
}
