package io.portolan.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;

/** Finds the id of a writer's schema under a subject, and registers the schema if the configuration says so. */
final class SchemaIds {
    private final SchemaRegistryClient client;
    private final boolean register;
    private final boolean removeJavaProperties;
    /** Schemas count as equal here if only their documentation differs: the bytes are the same. */
    private final ConcurrentMap<Use, Integer> known = new ConcurrentHashMap<>();

    private record Use(String subject, Schema schema) {}

    private SchemaIds(SchemaRegistryClient client, boolean register, boolean removeJavaProperties) {
        this.client = client;
        this.register = register;
        this.removeJavaProperties = removeJavaProperties;
    }

    static SchemaIds of(Map<String, ?> configuration) {
        SerdeConfiguration values = SerdeConfiguration.of(configuration);
        if (values.flag(SerdeConfiguration.LATEST_VERSION)) {
            throw new ConfigException(SerdeConfiguration.LATEST_VERSION
                    + " would put the id of another schema before a record than it was written with; leave it out, and set "
                    + SerdeConfiguration.AUTO_REGISTER + "=false if this writer may not register");
        }
        return new SchemaIds(
                new SchemaRegistryClient(configuration),
                values.flag(SerdeConfiguration.AUTO_REGISTER),
                values.flag(SerdeConfiguration.REMOVE_JAVA_PROPERTIES));
    }

    int id(String subject, Schema schema) {
        Use use = new Use(subject, schema);
        Integer id = known.get(use);
        if (id == null) {
            id = ask(subject, schema);
            known.put(use, id);
        }
        return id;
    }

    private int ask(String subject, Schema schema) {
        Schema published = removeJavaProperties ? JavaProperties.removedFrom(schema) : schema;
        try {
            return register
                    ? client.register(subject, published)
                    : client.lookUp(subject, published).id();
        } catch (SchemaRegistryException e) {
            throw e.isNotFound() ? missing(subject, schema, e) : SerdeFailure.of(e, "Schema of subject " + subject);
        } catch (RegistryUnavailableException e) {
            throw new RegistryUnavailableException(
                    "Schema id of subject " + subject + ": " + e.getMessage(), e.getCause());
        }
    }

    private SerializationException missing(String subject, Schema schema, SchemaRegistryException cause) {
        return new SerializationException(
                "Schema " + schema.getFullName() + " is not registered under subject " + subject + " at "
                        + client.addresses() + "; register it with: portolan schemas --register (or set "
                        + SerdeConfiguration.AUTO_REGISTER + "=true)",
                cause);
    }
}
