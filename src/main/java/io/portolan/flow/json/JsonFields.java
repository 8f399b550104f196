package io.portolan.flow.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FieldSink;
import java.io.IOException;
import java.util.StringJoiner;

/**
 * Walks over the JSON objects of one record, field by field and without a tree: one object, several one after the other,
 * or the items of a list. What is nested is stepped over, except for lists of plain values and what the sink asks for;
 * null is as good as absent.
 */
public final class JsonFields implements AutoCloseable {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final JsonParser in;
    private boolean broken;
    private boolean withinList;

    private JsonFields(JsonParser in) {
        this.in = in;
    }

    /** Opens a record; nothing is read yet. */
    public static JsonFields open(byte[] record) throws UnreadableFlowException {
        try {
            return new JsonFields(JSON.createParser(record));
        } catch (IOException e) {
            throw new UnreadableFlowException("not JSON: " + UnreadableFlowException.shown(e.getMessage()));
        }
    }

    /** Steps to the next object; false at the end of the record, and after what is no JSON. */
    public boolean nextObject() throws UnreadableFlowException {
        if (broken) {
            return false;
        }
        try {
            JsonToken token = in.nextToken();
            while (token == (withinList ? JsonToken.END_ARRAY : JsonToken.START_ARRAY)) {
                withinList = !withinList;
                token = in.nextToken();
            }
            if (token != null && token != JsonToken.START_OBJECT) {
                throw notAnObject(token);
            }
            return token != null;
        } catch (IOException e) {
            throw notJson(e);
        }
    }

    /** Hands over the fields of the object just stepped to; if the sink refuses one, the rest is stepped over. */
    public void readInto(FieldSink sink) throws UnreadableFlowException {
        UnreadableFlowException refusal = null;
        try {
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                JsonToken token = in.nextToken();
                if (refusal != null) {
                    in.skipChildren();
                    continue;
                }
                try {
                    readValue(name, token, sink);
                } catch (UnreadableFlowException e) {
                    if (broken) {
                        // Nothing can be read behind it, nor in the objects around.
                        throw e;
                    }
                    refusal = e;
                }
            }
        } catch (IOException e) {
            throw notJson(e);
        }
        if (refusal != null) {
            throw refusal;
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new AssertionError("closing a parser of bytes in memory does no I/O", e);
        }
    }

    private void readValue(String name, JsonToken token, FieldSink sink) throws IOException, UnreadableFlowException {
        switch (token) {
            case VALUE_NUMBER_INT -> readInteger(name, sink);
            case VALUE_STRING, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> sink.text(name, in.getText());
            case START_ARRAY -> readList(name, sink);
            case START_OBJECT -> readObject(name, sink);
            default -> {}
        }
    }

    private void readObject(String name, FieldSink sink) throws IOException, UnreadableFlowException {
        if (sink.enter(name)) {
            try {
                readInto(sink);
            } finally {
                sink.leave();
            }
        } else {
            in.skipChildren();
        }
    }

    private void readInteger(String name, FieldSink sink) throws IOException, UnreadableFlowException {
        if (in.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            sink.text(name, in.getText());
        } else {
            sink.number(name, in.getLongValue());
        }
    }

    private void readList(String name, FieldSink sink) throws IOException, UnreadableFlowException {
        if (sink.entersItems(name)) {
            readItems(name, sink);
            return;
        }
        StringJoiner joined = new StringJoiner(",");
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            if (token.isScalarValue()) {
                joined.add(in.getText());
            } else {
                in.skipChildren();
            }
        }
        if (joined.length() > 0) {
            sink.list(name, joined.toString());
        }
    }

    private void readItems(String name, FieldSink sink) throws IOException, UnreadableFlowException {
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
                in.skipChildren();
            } else {
                readValue(name, token, sink);
            }
        }
    }

    /** An item of a list that is no object is passed over; elsewhere nothing can be read behind it. */
    private UnreadableFlowException notAnObject(JsonToken token) throws IOException {
        broken = !withinList;
        if (withinList) {
            in.skipChildren();
        }
        return new UnreadableFlowException("not a JSON object but " + token);
    }

    private UnreadableFlowException notJson(IOException e) {
        broken = true;
        if (e instanceof JsonProcessingException syntax && syntax.getLocation() != null) {
            return new UnreadableFlowException("not JSON at byte "
                    + syntax.getLocation().getByteOffset() + ": "
                    + UnreadableFlowException.shown(syntax.getOriginalMessage()));
        }
        return new UnreadableFlowException("not JSON: " + UnreadableFlowException.shown(e.getMessage()));
    }
}
