package io.portolan.alert.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a JSON object in which nothing is empty: what is null or has no content is left out together with its name. Names
 * are the code's own, never a record's, so that no record adds a field to an index. All that is not ASCII is escaped, so that
 * no control or bidirectional character reaches a terminal.
 */
public final class Json {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonFactory FACTORY =
            new JsonFactoryBuilder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final JsonGenerator out;
    /** Names of the objects that are begun and have no content yet, the outermost first. */
    private final Deque<String> begun = new ArrayDeque<>();

    private Json(JsonGenerator out) {
        this.out = out;
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    /** The document as UTF-8. */
    public static byte[] document(Consumer<Json> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2_048);
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            out.writeStartObject();
            content.accept(new Json(out));
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a document cannot be written to memory", e);
        }
        return bytes.toByteArray();
    }

    /** A text: the value's {@code toString}. */
    public void text(String name, @Nullable Object value) {
        if (value != null) {
            write(() -> out.writeStringField(name, value.toString()));
        }
    }

    public void number(String name, @Nullable Long value) {
        if (value != null) {
            write(() -> out.writeNumberField(name, value));
        }
    }

    public void number(String name, @Nullable Integer value) {
        if (value != null) {
            write(() -> out.writeNumberField(name, value));
        }
    }

    public void flag(String name, boolean value) {
        write(() -> out.writeBooleanField(name, value));
    }

    /** A time as ISO 8601 in UTC with milliseconds. */
    public void time(String name, Instant value) {
        write(() -> out.writeStringField(name, TIME.format(value)));
    }

    /** A list of texts. */
    public void texts(String name, Collection<String> values) {
        if (!values.isEmpty()) {
            write(() -> {
                out.writeArrayFieldStart(name);
                for (String value : values) {
                    out.writeString(value);
                }
                out.writeEndArray();
            });
        }
    }

    /** An object, left out if nothing is written into it. */
    public void object(String name, Consumer<Json> content) {
        begun.addLast(name);
        content.accept(this);
        if (begun.isEmpty()) {
            write(out::writeEndObject);
        } else {
            begun.removeLast();
        }
    }

    /** A list of objects, one of each item. */
    public <T> void objects(String name, Collection<T> items, BiConsumer<Json, T> content) {
        if (!items.isEmpty()) {
            write(() -> {
                out.writeArrayFieldStart(name);
                for (T item : items) {
                    out.writeStartObject();
                    content.accept(this, item);
                    out.writeEndObject();
                }
                out.writeEndArray();
            });
        }
    }

    private void write(Writing writing) {
        try {
            while (!begun.isEmpty()) {
                out.writeObjectFieldStart(begun.removeFirst());
            }
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException("a document cannot be written to memory", e);
        }
    }
}
