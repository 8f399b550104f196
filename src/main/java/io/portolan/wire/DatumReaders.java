package io.portolan.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DatumReader;
import org.apache.kafka.common.errors.SerializationException;

/** A reader for each schema id that was seen; failures are not kept. */
final class DatumReaders {
    private final SchemaRegistryClient client;
    private final boolean specific;
    private final ConcurrentMap<Integer, ById> known = new ConcurrentHashMap<>();

    record ById(Schema writer, DatumReader<Object> reader) {}

    private DatumReaders(SchemaRegistryClient client, boolean specific) {
        this.client = client;
        this.specific = specific;
    }

    static DatumReaders of(Map<String, ?> configuration) {
        boolean specific = SerdeConfiguration.of(configuration).flag(SerdeConfiguration.SPECIFIC_READER);
        return new DatumReaders(new SchemaRegistryClient(configuration), specific);
    }

    ById forId(int id, String topic) {
        ById reader = known.get(id);
        return reader != null ? reader : learn(id, topic);
    }

    private ById learn(int id, String topic) {
        Schema writer = writer(id, topic);
        ById reader = new ById(writer, reader(writer, topic));
        known.put(id, reader);
        return reader;
    }

    private Schema writer(int id, String topic) {
        try {
            return client.schemaById(id);
        } catch (SchemaRegistryException e) {
            throw SerdeFailure.of(e, "Schema id " + id + " of a value of topic " + topic);
        } catch (RegistryUnavailableException e) {
            throw new RegistryUnavailableException(
                    "Schema id " + id + " of a value of topic " + topic + ": " + e.getMessage(), e.getCause());
        }
    }

    private DatumReader<Object> reader(Schema writer, String topic) {
        if (!specific) {
            return new GenericDatumReader<>(writer);
        }
        return GeneratedClasses.reader(writer)
                .orElseThrow(() -> new SerializationException("There is no generated class " + writer.getFullName()
                        + " on the class path for a value of topic " + topic + "; leave out "
                        + SerdeConfiguration.SPECIFIC_READER + " to read it as a generic record"));
    }
}
