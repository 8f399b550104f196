package io.portolan.topology;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.avro.Schema;

/** The schemas as they stand in {@code schemas/}, without what the code generator adds to them. */
public final class SchemaFiles {
    private SchemaFiles() {}

    /**
     * Reads a schema.
     *
     * @param file for example {@code schemas/flow-log.avsc}
     */
    public static Schema read(String file) {
        try (InputStream in = Objects.requireNonNull(SchemaFiles.class.getResourceAsStream("/" + file), file)) {
            return new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
