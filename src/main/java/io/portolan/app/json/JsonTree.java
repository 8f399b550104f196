package io.portolan.app.json;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.generic.IndexedRecord;

/** JSON that is put together or taken apart in memory, written with all that is not ASCII escaped, as {@link AvroJson} does. */
public final class JsonTree {
    private static final JsonMapper MAPPER = new JsonMapper(
            new JsonFactoryBuilder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build());

    private JsonTree() {}

    /** An empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An Avro record as {@link AvroJson} writes it. */
    public static ObjectNode of(IndexedRecord record) {
        try (TokenBuffer buffer = new TokenBuffer(MAPPER, false)) {
            AvroJson.write(buffer, record);
            return MAPPER.readTree(buffer.asParser());
        } catch (IOException e) {
            throw new UncheckedIOException("a tree in memory cannot fail", e);
        }
    }

    /** As UTF-8, which is ASCII here, on one line. */
    public static byte[] bytes(JsonNode json) {
        try {
            return MAPPER.writeValueAsString(json).getBytes(StandardCharsets.US_ASCII);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree can be written", e);
        }
    }

    /**
     * Reads an object.
     *
     * @throws IOException if it is none
     */
    public static ObjectNode read(byte[] json) throws IOException {
        if (MAPPER.readTree(json) instanceof ObjectNode object) {
            return object;
        }
        throw new IOException("no JSON object");
    }
}
