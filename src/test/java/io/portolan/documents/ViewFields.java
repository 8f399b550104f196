package io.portolan.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.alert.document.SampleAlerts;
import io.portolan.alert.document.SampleFlows;
import io.portolan.alert.ecs.EcsAlert;
import io.portolan.alert.ecs.EcsFlow;
import io.portolan.schema.EnrichedFlow;
import io.portolan.schema.PortAlert;
import io.portolan.schema.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All fields that the views in ECS can write, each with a value that it had: those of records in which everything is there,
 * and those of the samples, whose rules have all kinds of tags.
 */
public final class ViewFields {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ViewFields() {}

    public static Map<String, JsonNode> ofAlerts() {
        PortAlert full = (PortAlert) FullRecords.of(PortAlert.getClassSchema(), "");
        return fields(Stream.concat(Stream.of(full), SampleAlerts.all().values().stream())
                .map(EcsAlert::document));
    }

    public static Map<String, JsonNode> ofFlows() {
        Stream<EnrichedFlow> full = Arrays.stream(Side.values())
                .map(side -> (EnrichedFlow) FullRecords.of(EnrichedFlow.getClassSchema(), side.name()));
        return fields(Stream.concat(full, SampleFlows.all().values().stream()).map(EcsFlow::document));
    }

    private static Map<String, JsonNode> fields(Stream<byte[]> documents) {
        Map<String, JsonNode> fields = new TreeMap<>();
        documents.forEach(document -> collect("", tree(document), fields));
        return fields;
    }

    private static void collect(String path, JsonNode object, Map<String, JsonNode> fields) {
        object.properties().forEach(entry -> {
            String name = path + entry.getKey();
            for (JsonNode value : entry.getValue().isArray() ? entry.getValue() : Arrays.asList(entry.getValue())) {
                if (value.isObject()) {
                    collect(name + ".", value, fields);
                } else {
                    fields.put(name, value);
                }
            }
        });
    }

    private static JsonNode tree(byte[] document) {
        try {
            return MAPPER.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
