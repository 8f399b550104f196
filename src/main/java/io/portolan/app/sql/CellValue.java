package io.portolan.app.sql;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Values of Avro as DuckDB takes them: a record as the list of its fields, a time as microseconds. */
final class CellValue {
    private static final long MICROS = 1_000;

    private CellValue() {}

    /** The fields of a record, in the order of its schema. */
    static List<@Nullable Object> row(IndexedRecord record) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Schema.Field field : record.getSchema().getFields()) {
            values.add(of(Columns.present(field.schema()), record.get(field.pos())));
        }
        return values;
    }

    /** @throws ArithmeticException if it is a time that DuckDB cannot hold, beyond the year 294246 */
    private static @Nullable Object of(Schema type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (type.getType()) {
            case STRING, ENUM -> value.toString();
            case LONG -> Columns.isTime(type) ? Math.multiplyExact(millis(value), MICROS) : value;
            case BYTES -> bytes((ByteBuffer) value);
            case FIXED -> ((GenericFixed) value).bytes();
            case RECORD -> row((IndexedRecord) value);
            case ARRAY -> items(Columns.present(type.getElementType()), (Collection<?>) value);
            case MAP -> entries(Columns.present(type.getValueType()), (Map<?, ?>) value);
            default -> value;
        };
    }

    /** Generated classes have instants, generic records numbers. */
    private static long millis(Object time) {
        return time instanceof Instant instant ? instant.toEpochMilli() : (Long) time;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static List<@Nullable Object> items(Schema type, Collection<?> items) {
        List<@Nullable Object> values = new ArrayList<>(items.size());
        items.forEach(item -> values.add(of(type, item)));
        return values;
    }

    private static Map<String, @Nullable Object> entries(Schema type, Map<?, ?> map) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        map.forEach((key, value) -> values.put(key.toString(), of(type, value)));
        return values;
    }
}
