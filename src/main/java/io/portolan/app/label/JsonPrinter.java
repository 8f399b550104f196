package io.portolan.app.label;

import com.fasterxml.jackson.core.JsonGenerator;
import io.portolan.app.json.AvroJson;
import java.io.IOException;
import java.io.Writer;
import org.apache.avro.generic.GenericRecord;

/** One JSON object a line, with the names of the schema. */
final class JsonPrinter implements FlowPrinter {
    private final JsonGenerator json;

    JsonPrinter(Writer out) throws IOException {
        json = AvroJson.generator(out);
    }

    @Override
    public void print(GenericRecord flow) throws IOException {
        AvroJson.writeLine(json, flow);
    }

    @Override
    public void flush() throws IOException {
        json.flush();
    }
}
