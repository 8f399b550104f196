package io.portolan.app.evaluate;

import com.fasterxml.jackson.core.JsonGenerator;
import io.portolan.app.json.AvroJson;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** A comparison as one JSON object. */
public final class ComparisonJson {
    private ComparisonJson() {}

    /** Writes it as a line; a precision or recall that there is not is null. */
    public static void write(Comparison comparison, Writer out) throws IOException {
        JsonGenerator json = AvroJson.generator(out);
        json.writeStartObject();
        json.writeObjectFieldStart("conversations");
        for (Map.Entry<Finding, Map<Finding, Long>> row : comparison.table().entrySet()) {
            json.writeObjectFieldStart(row.getKey().text());
            for (Map.Entry<Finding, Long> cell : row.getValue().entrySet()) {
                json.writeNumberField(cell.getKey().text(), cell.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeNumberField("stories", comparison.stories());
        score(json, "above_informational", comparison.alerted());
        score(json, "any_level", comparison.any());
        json.writeObjectFieldStart("heuristics");
        for (Map.Entry<Heuristic, Score> entry : comparison.heuristics().entrySet()) {
            score(json, entry.getKey().name().toLowerCase(Locale.ROOT), entry.getValue());
        }
        json.writeEndObject();
        wrong(json, comparison);
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }

    private static void score(JsonGenerator json, String name, Score score) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("alerts", score.alerts());
        json.writeNumberField("true", score.right());
        json.writeNumberField("false", score.wrong());
        json.writeNumberField("missed", score.missed());
        ratio(json, "precision", score.precision());
        ratio(json, "recall", score.recall());
        json.writeEndObject();
    }

    private static void ratio(JsonGenerator json, String name, OptionalDouble ratio) throws IOException {
        json.writeFieldName(name);
        if (ratio.isPresent()) {
            json.writeNumber(ratio.getAsDouble());
        } else {
            json.writeNull();
        }
    }

    private static void wrong(JsonGenerator json, Comparison comparison) throws IOException {
        json.writeArrayFieldStart("wrong");
        for (Comparison.Wrong wrong : comparison.wrong()) {
            Judged judged = wrong.judged();
            json.writeStartObject();
            json.writeStringField("log", judged.place().log());
            json.writeNumberField("record", judged.place().number());
            json.writeStringField("watched", judged.watched().toString());
            json.writeStringField(
                    "other", judged.conversation().otherThan(judged.watched()).toString());
            json.writeStringField("transport", judged.conversation().transport().text());
            json.writeStringField("truth", wrong.truth().text());
            json.writeStringField("said", judged.said().text());
            json.writeStringField(
                    "severity",
                    judged.level()
                            .map(level -> level.name().toLowerCase(Locale.ROOT))
                            .orElse("none"));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
