package io.portolan.documents;

import io.portolan.wire.AvroDeserializer;
import io.portolan.wire.AvroSerializer;
import io.portolan.wire.server.LocalSchemaRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Avro records that have all their schema has a place for: no null, and one of each list. */
final class FullRecords {
    private FullRecords() {}

    /** One of the class that is generated from the schema, with the given symbol of an enum wherever it has one. */
    static Object of(Schema schema, String symbol) {
        try (LocalSchemaRegistry registry = LocalSchemaRegistry.start(0);
                AvroSerializer written = new AvroSerializer();
                AvroDeserializer read = new AvroDeserializer()) {
            Map<String, Object> settings = Map.of("schema.registry.url", registry.url(), "specific.avro.reader", true);
            written.configure(settings, false);
            read.configure(settings, false);
            return read.deserialize("full", written.serialize("full", record(schema, symbol)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GenericRecord record(Schema schema, String symbol) {
        GenericRecord record = new GenericData.Record(schema);
        schema.getFields().forEach(field -> record.put(field.pos(), value(field.schema(), symbol)));
        return record;
    }

    private static Object value(Schema schema, String symbol) {
        return switch (schema.getType()) {
            case RECORD -> record(schema, symbol);
            case UNION -> value(notNull(schema), symbol);
            case ARRAY -> List.of(value(schema.getElementType(), symbol));
            case MAP -> Map.of("name", value(schema.getValueType(), symbol));
            case ENUM -> symbol(schema, symbol);
            case STRING -> "192.0.2.10";
            // TCP, where it is a protocol.
            case INT -> 6;
            case LONG -> 6L;
            case BOOLEAN -> true;
            default -> throw new IllegalArgumentException("nothing is known to fill in for " + schema);
        };
    }

    private static Schema notNull(Schema union) {
        return union.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private static GenericData.EnumSymbol symbol(Schema schema, String symbol) {
        return new GenericData.EnumSymbol(
                schema,
                schema.hasEnumSymbol(symbol) ? symbol : schema.getEnumSymbols().get(0));
    }
}
