package io.portolan.wire.server;

import org.apache.avro.Schema;

/**
 * A schema under a subject.
 *
 * @param subject the subject
 * @param version place in the subject, 1 or more, never used twice while a later one exists
 * @param id id of the text in the whole registry, 1 or more
 * @param schema the schema
 * @param text the schema as Avro prints it; same text, same id
 * @param deleted whether it was softly deleted
 */
record StoredVersion(String subject, int version, int id, Schema schema, String text, boolean deleted) {
    StoredVersion softlyDeleted() {
        return new StoredVersion(subject, version, id, schema, text, true);
    }
}
