package io.portolan.app.sql;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.portolan.app.json.AvroJson;
import java.io.IOException;
import java.io.Writer;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A JSON object a line. All that is not ASCII is escaped, so that nothing in it reaches a terminal as a command. */
public final class JsonRows implements AnswerForm {
    private static final JsonMapper VALUES = new JsonMapper();

    @Override
    public long print(Answer answer, Writer out) throws IOException, SQLException {
        List<String> columns = answer.columns();
        JsonGenerator json = generator(out);
        AtomicLong rows = new AtomicLong();
        answer.read(row -> {
            json.writeStartObject();
            for (int column = 0; column < columns.size(); column++) {
                json.writeFieldName(columns.get(column));
                json.writePOJO(Cell.plain(row.get(column)));
            }
            json.writeEndObject();
            json.writeRaw('\n');
            rows.incrementAndGet();
        });
        json.flush();
        return rows.get();
    }

    /** A generator that writes lists and maps as well. */
    static JsonGenerator generator(Writer out) throws IOException {
        return AvroJson.generator(out).setCodec(VALUES);
    }
}
