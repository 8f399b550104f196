package io.portolan.app.schemas;

import io.portolan.wire.RegisteredSchema;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/**
 * Whether a schema may follow earlier ones at level FULL_TRANSITIVE. A registry judges by the level that a subject has, and
 * setting the level first, only to ask, would leave a change behind if the answer is no.
 */
final class FullCompatibility {
    private FullCompatibility() {}

    /** Why it may not; empty if it may. */
    static List<String> obstacles(Schema schema, List<RegisteredSchema> earlier) {
        return earlier.stream()
                .flatMap(version -> {
                    String name = "version " + version.version();
                    return Stream.concat(
                            unreadable("the new schema", schema, name, version.schema()),
                            unreadable(name, version.schema(), "the new schema", schema));
                })
                .toList();
    }

    private static Stream<String> unreadable(String readerName, Schema reader, String writerName, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(why -> readerName + " cannot read what " + writerName + " writes: " + why.getType() + " at "
                        + why.getLocation() + ": " + why.getMessage());
    }
}
