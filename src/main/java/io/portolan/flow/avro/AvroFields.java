package io.portolan.flow.avro;

import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FieldSink;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.StringJoiner;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Hands over the fields of an Avro record as those of a JSON object are: null is as good as absent, what is nested is
 * stepped over except for lists of plain values and what the sink asks for. Bytes are hexadecimal digits.
 */
public final class AvroFields {
    private static final HexFormat HEX = HexFormat.of();

    private AvroFields() {}

    /** Hands over all fields, in the order of the schema. */
    public static void readInto(IndexedRecord record, FieldSink sink) throws UnreadableFlowException {
        for (Schema.Field field : record.getSchema().getFields()) {
            readValue(field.name(), record.get(field.pos()), sink);
        }
    }

    private static void readValue(String name, @Nullable Object value, FieldSink sink) throws UnreadableFlowException {
        if (value instanceof Long || value instanceof Integer) {
            sink.number(name, ((Number) value).longValue());
        } else if (value instanceof Collection<?> list) {
            readList(name, list, sink);
        } else if (value instanceof IndexedRecord record) {
            if (sink.enter(name)) {
                readInto(record, sink);
                sink.leave();
            }
        } else if (value instanceof Map<?, ?> map) {
            if (sink.enter(name)) {
                readMap(map, sink);
                sink.leave();
            }
        } else if (value != null) {
            sink.text(name, text(value));
        }
    }

    private static void readMap(Map<?, ?> map, FieldSink sink) throws UnreadableFlowException {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            readValue(String.valueOf(entry.getKey()), entry.getValue(), sink);
        }
    }

    private static void readList(String name, Collection<?> list, FieldSink sink) throws UnreadableFlowException {
        if (sink.entersItems(name)) {
            for (Object item : list) {
                if (!(item instanceof Collection<?>)) {
                    readValue(name, item, sink);
                }
            }
            return;
        }
        StringJoiner joined = new StringJoiner(",");
        for (Object item : list) {
            if (item != null && !isNested(item)) {
                joined.add(text(item));
            }
        }
        if (joined.length() > 0) {
            sink.list(name, joined.toString());
        }
    }

    private static boolean isNested(Object value) {
        return value instanceof Collection<?> || value instanceof Map<?, ?> || value instanceof IndexedRecord;
    }

    private static String text(Object value) {
        if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            return HEX.formatHex(copy);
        }
        return value instanceof GenericFixed fixed ? HEX.formatHex(fixed.bytes()) : value.toString();
    }
}
