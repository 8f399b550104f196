package io.portolan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.flow.FlowLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SchemasTest {
    private final List<Schema> schemas = schemas();

    SchemasTest() throws IOException {}

    @Test
    void theSchemasAreThere() {
        assertThat(schemas)
                .map(Schema::getFullName)
                .containsExactly(
                        "io.portolan.schema.EnrichedFlow",
                        "io.portolan.schema.FlowLog",
                        "io.portolan.schema.PortAlert",
                        "io.portolan.schema.PortAssignment",
                        "io.portolan.schema.PortServer",
                        "io.portolan.schema.PortSighting",
                        "io.portolan.schema.PortTraffic");
    }

    @Test
    void anEnrichedFlowBeginsWithTheFieldsOfTheFlowLog() {
        List<Schema.Field> log = FlowLogs.SCHEMA.getFields();
        List<Schema.Field> enriched =
                FlowLogs.schema("schemas/enriched-flow.avsc").getFields();

        assertThat(enriched.size()).isGreaterThan(log.size());
        for (int i = 0; i < log.size(); i++) {
            Schema.Field field = enriched.get(i);
            assertThat(field.name()).isEqualTo(log.get(i).name());
            assertThat(field.schema()).isEqualTo(log.get(i).schema());
            assertThat(field.hasDefaultValue()).isEqualTo(log.get(i).hasDefaultValue());
            assertThat(field.defaultVal()).isEqualTo(log.get(i).defaultVal());
            assertThat(field.doc()).isEqualTo(log.get(i).doc());
        }
    }

    @Test
    void aTypeThatStandsInSeveralFilesIsTheSameInAll() {
        Map<String, String> known = new TreeMap<>();
        for (Schema schema : schemas) {
            Map<String, Schema> named = new TreeMap<>();
            collect(schema, named);
            named.forEach((name, type) ->
                    assertThat(type.toString()).isEqualTo(known.computeIfAbsent(name, n -> type.toString())));
        }
        assertThat(known).containsKeys("io.portolan.schema.Side", "io.portolan.schema.Verdict");
    }

    @Test
    void everyTypeAndEveryFieldSaysWhatItIs() {
        Map<String, Schema> named = new TreeMap<>();
        schemas.forEach(schema -> collect(schema, named));

        named.forEach((name, type) -> {
            assertThat(type.getDoc()).as(name).isNotBlank();
            fields(type)
                    .forEach(field -> assertThat(field.doc())
                            .as(name + "." + field.name())
                            .isNotBlank()
                            .endsWith("."));
        });
    }

    @Test
    void everyEnumHasADefaultForSymbolsThatAReaderDoesNotKnow() {
        Map<String, Schema> named = new TreeMap<>();
        schemas.forEach(schema -> collect(schema, named));

        assertThat(named.values())
                .filteredOn(type -> type.getType() == Schema.Type.ENUM)
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.getEnumDefault()).isNotNull());
    }

    private static void collect(Schema schema, Map<String, Schema> named) {
        switch (schema.getType()) {
            case RECORD -> {
                if (named.put(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), named));
                }
            }
            case ENUM -> named.put(schema.getFullName(), schema);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, named));
            case ARRAY -> collect(schema.getElementType(), named);
            case MAP -> collect(schema.getValueType(), named);
            default -> {}
        }
    }

    private static List<Schema.Field> fields(Schema type) {
        return type.getType() == Schema.Type.RECORD ? type.getFields() : List.of();
    }

    private static List<Schema> schemas() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("schemas"))) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .sorted()
                    .map(file -> FlowLogs.schema(file.toString()))
                    .toList();
        }
    }
}
