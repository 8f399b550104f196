package io.portolan.wire;

import org.apache.avro.Schema;

/**
 * A schema as a registry holds it.
 *
 * @param subject name under which it is registered, {@code <topic>-value} as a rule
 * @param version place among the schemas of the subject, 1 or more
 * @param id id in the whole registry, 0 or more; what framed values bear
 * @param schema the schema
 */
public record RegisteredSchema(String subject, int version, int id, Schema schema) {}
