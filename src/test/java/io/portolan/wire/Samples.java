package io.portolan.wire;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Three versions of a small record, and serdes for a registry. */
final class Samples {
    /** The oldest: no name. */
    static final Schema OLDER = harbour("{'name':'depth','type':'int'}");
    /** The target: a name with a default. */
    static final Schema CURRENT =
            harbour("{'name':'depth','type':'int'},{'name':'name','type':'string','default':'unknown'}");
    /** The newest: a further field behind. */
    static final Schema NEWER = harbour("{'name':'depth','type':'int'},{'name':'name','type':'string',"
            + "'default':'unknown'},{'name':'cranes','type':'int','default':0}");

    private Samples() {}

    static Schema harbour(String fields) {
        return new Schema.Parser()
                .parse(("{'type':'record','name':'Harbour','namespace':'test','fields':[" + fields + "]}")
                        .replace('\'', '"'));
    }

    static GenericRecord older(int depth) {
        GenericRecord harbour = new GenericData.Record(OLDER);
        harbour.put("depth", depth);
        return harbour;
    }

    static GenericRecord current(int depth, String name) {
        GenericRecord harbour = new GenericData.Record(CURRENT);
        harbour.put("depth", depth);
        harbour.put("name", name);
        return harbour;
    }

    static GenericRecord newer(int depth, String name, int cranes) {
        GenericRecord harbour = new GenericData.Record(NEWER);
        harbour.put("depth", depth);
        harbour.put("name", name);
        harbour.put("cranes", cranes);
        return harbour;
    }

    /** Quick to give up, so that tests are. */
    static Map<String, Object> configuration(String url) {
        return Map.of("schema.registry.url", url, "max.retries", 1, "retries.wait.ms", 1);
    }

    static Serializer<Object> serializer(Map<String, ?> configuration) {
        Serializer<Object> serializer = new AvroSerializer();
        serializer.configure(configuration, false);
        return serializer;
    }

    static Deserializer<Object> deserializer(Map<String, ?> configuration) {
        Deserializer<Object> deserializer = new AvroDeserializer();
        deserializer.configure(configuration, false);
        return deserializer;
    }

    static Map<String, Object> with(Map<String, Object> configuration, String key, Object value) {
        Map<String, Object> more = new java.util.HashMap<>(configuration);
        more.put(key, value);
        return Map.copyOf(more);
    }
}
