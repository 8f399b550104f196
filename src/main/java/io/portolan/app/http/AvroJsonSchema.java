package io.portolan.app.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.app.json.AvroJson;
import io.portolan.app.json.JsonTree;
import java.util.List;
import org.apache.avro.Schema;

/** Writes Avro schemas as JSON Schema of the JSON that {@link AvroJson} writes: every field is there, and may be null. */
final class AvroJsonSchema {
    private static final String TYPE = "type";
    private static final String REFERENCE = "#/components/schemas/";

    private final ObjectNode schemas;

    /**
     * @param schemas where records and enums are put, by name
     */
    AvroJsonSchema(ObjectNode schemas) {
        this.schemas = schemas;
    }

    /** Adds a record, and those in it. */
    void add(Schema record) {
        if (schemas.has(record.getName())) {
            return;
        }
        ObjectNode schema = schemas.putObject(record.getName());
        schema.put(TYPE, "object");
        describe(schema, record.getDoc());
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (Schema.Field field : record.getFields()) {
            ObjectNode property = of(field.schema());
            describe(property, field.doc());
            properties.set(field.name(), property);
            required.add(field.name());
        }
    }

    private ObjectNode of(Schema type) {
        ObjectNode schema = JsonTree.object();
        switch (type.getType()) {
            case RECORD -> {
                add(type);
                schema.put("$ref", REFERENCE + type.getName());
            }
            case ENUM -> symbols(schema, type);
            case UNION -> union(schema, type.getTypes());
            case ARRAY -> {
                schema.put(TYPE, "array");
                schema.set("items", of(type.getElementType()));
            }
            case MAP ->
                schema.put(TYPE, "object")
                        .set("additionalProperties", JsonTree.object().put(TYPE, "string"));
            case INT -> schema.put(TYPE, "integer").put("format", "int32");
            case LONG -> number(schema, type);
            // Bytes are left out of what is shown.
            case BYTES -> schema.put(TYPE, "string");
            case BOOLEAN -> schema.put(TYPE, "boolean");
            case STRING -> schema.put(TYPE, "string");
            default -> throw new IllegalArgumentException("no JSON is written of " + type.getType());
        }
        return schema;
    }

    private static void symbols(ObjectNode schema, Schema type) {
        ArrayNode symbols = schema.put(TYPE, "string").putArray("enum");
        type.getEnumSymbols().forEach(symbols::add);
        describe(schema, type.getDoc());
    }

    private static void number(ObjectNode schema, Schema type) {
        if (AvroJson.isTime(type)) {
            schema.put(TYPE, "string").put("format", "date-time");
        } else {
            schema.put(TYPE, "integer").put("format", "int64");
        }
    }

    private void union(ObjectNode schema, List<Schema> types) {
        ArrayNode choices = schema.putArray("anyOf");
        for (Schema type : types) {
            choices.add(type.getType() == Schema.Type.NULL ? JsonTree.object().put(TYPE, "null") : of(type));
        }
    }

    private static void describe(ObjectNode schema, String doc) {
        if (doc != null) {
            schema.put("description", doc);
        }
    }
}
