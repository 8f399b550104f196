package io.portolan.app.port;

import com.fasterxml.jackson.core.JsonGenerator;
import io.portolan.app.json.AvroJson;
import io.portolan.judge.Rule;
import io.portolan.schema.Level;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.TriageCommand;
import io.portolan.schema.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes a card as one JSON object on a line of its own. */
public final class CardJson {
    private final JsonGenerator json;

    private CardJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the facts of a card, the entries of the registry with the names of {@code schemas/port-assignment.avsc}. */
    public static void write(PortCard card, Writer out) throws IOException {
        JsonGenerator json = AvroJson.generator(out);
        new CardJson(json).write(card);
        json.writeRaw('\n');
        json.flush();
    }

    private void write(PortCard card) throws IOException {
        json.writeStartObject();
        json.writeNumberField("port", card.port());
        writeRange(RangeFacts.of(card.port()));
        json.writeArrayFieldStart("transports");
        for (Listing listing : card.listings()) {
            write(listing);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("triage");
        for (TriageCommand command : card.triage()) {
            AvroJson.write(json, command);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("iana_warning");
        json.writeStringField("text", IanaWarning.TEXT);
        json.writeStringField("source", IanaWarning.SOURCE);
        json.writeStringField("page", IanaWarning.PAGE);
        json.writeEndObject();
        json.writeStringField("registry_version", card.registryVersion().isEmpty() ? null : card.registryVersion());
        json.writeEndObject();
    }

    private void writeRange(RangeFacts range) throws IOException {
        json.writeObjectFieldStart("range");
        json.writeStringField("id", range.range().toString());
        json.writeStringField("name", range.name());
        json.writeNumberField("first", range.first());
        json.writeNumberField("last", range.last());
        json.writeStringField("meaning", range.meaning());
        json.writeEndObject();
    }

    private void write(Listing listing) throws IOException {
        json.writeStartObject();
        json.writeStringField("transport", listing.transport().text());
        json.writeStringField("status", listing.status().toString());
        writeEntry("assignment", listing.assignment());
        json.writeArrayFieldStart("rules");
        for (Rule rule : listing.rules()) {
            write(rule);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("neighbours");
        writeEntry("below", listing.neighbours().below());
        writeEntry("above", listing.neighbours().above());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeEntry(String name, Optional<PortAssignment> entry) throws IOException {
        json.writeFieldName(name);
        if (entry.isPresent()) {
            AvroJson.write(json, entry.get());
        } else {
            json.writeNull();
        }
    }

    private void write(Rule rule) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", rule.id());
        json.writeStringField("title", rule.title());
        json.writeStringField("level", rule.level().toString());
        json.writeObjectFieldStart("levels");
        for (Map.Entry<Verdict, Level> level : new TreeMap<>(rule.levels()).entrySet()) {
            json.writeStringField(level.getKey().toString(), level.getValue().toString());
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
