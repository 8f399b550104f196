package io.portolan.wire.server;

import io.portolan.wire.CompatibilityLevel;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** Judges a new schema against earlier ones by the Avro library's rules. */
final class Compatibility {
    private Compatibility() {}

    /**
     * Why a level forbids a schema.
     *
     * @param earlier versions that stand, oldest first
     * @return one message for each incompatibility, none if the level allows the schema
     */
    static List<String> violations(CompatibilityLevel level, Schema candidate, List<StoredVersion> earlier) {
        int first = level.transitive() ? 0 : Math.max(0, earlier.size() - 1);
        List<String> violations = new ArrayList<>();
        for (StoredVersion version : earlier.subList(first, earlier.size())) {
            String name = "version " + version.version();
            if (level.backward()) {
                violations.addAll(unreadable("the new schema", candidate, name, version.schema()));
            }
            if (level.forward()) {
                violations.addAll(unreadable(name, version.schema(), "the new schema", candidate));
            }
        }
        return violations;
    }

    private static List<String> unreadable(String readerName, Schema reader, String writerName, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(incompatibility -> message(readerName, writerName, incompatibility))
                .toList();
    }

    private static String message(String reader, String writer, Incompatibility incompatibility) {
        return reader + " cannot read what " + writer + " writes: " + incompatibility.getType() + " at "
                + incompatibility.getLocation() + ": " + incompatibility.getMessage();
    }
}
