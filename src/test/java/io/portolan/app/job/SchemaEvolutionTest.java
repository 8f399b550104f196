package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.flow.FlowLogs;
import io.portolan.schema.SchemaHistory;
import io.portolan.topology.Topic;
import io.portolan.wire.CompatibilityLevel;
import io.portolan.wire.SchemaRegistryClient;
import io.portolan.wire.SchemaRegistryException;
import io.portolan.wire.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** Producers and consumers of other releases beside a job of this one, with a registry that holds FULL_TRANSITIVE. */
class SchemaEvolutionTest {
    @Test
    void olderAndNewerProducersOfOneTopicAreBothServedAndSoAreOldConsumers() throws Exception {
        try (JobHarness job = JobHarness.reading("avro")) {
            SchemaRegistryClient registry =
                    new SchemaRegistryClient(job.config().schemaRegistry());
            registry.setCompatibility(CompatibilityLevel.FULL_TRANSITIVE);
            job.publishBundled("tcp/1274");
            List<Schema> writers = new ArrayList<>(List.of(AvroFlows.older()));
            writers.addAll(SchemaHistory.released("flow-log").values());
            writers.addAll(List.of(FlowLogs.SCHEMA, AvroFlows.newer()));

            for (Schema writer : writers) {
                job.pipe(job.config().avro().serializer().serialize("flows", AvroFlows.session(writer)));
            }

            assertThat(registry.versions("flows-value"))
                    .as("older, today's and newer")
                    .hasSize(3);
            Topic enriched = job.topics().enrichedFlows();
            List<byte[]> written =
                    job.written(enriched.name()).stream().map(TestRecord::value).toList();
            assertThat(written).hasSameSizeAs(writers);
            for (Schema reader : consumers("enriched-flow")) {
                assertThat(written).map(value -> read(registry, value, reader)).allSatisfy(flow -> {
                    assertThat(flow.get("dst_port")).isEqualTo(1274);
                    assertThat(flow.get("src_address")).hasToString("198.51.100.7");
                    assertThat(flow.get("service")).hasToString("t1distproc");
                });
            }
            List<byte[]> alerts = job.written(job.topics().portAlerts().name()).stream()
                    .map(TestRecord::value)
                    .toList();
            assertThat(alerts).isNotEmpty();
            for (Schema reader : consumers("port-alert")) {
                assertThat(alerts)
                        .map(value -> read(registry, value, reader))
                        .allSatisfy(alert ->
                                assertThat(alert.get("dedup_key").toString()).isNotEmpty());
            }
        }
    }

    @Test
    void everyReleaseIsTakenByTheRegistryAfterTheOthersAndABreakingOneIsNot() throws Exception {
        try (JobHarness job = JobHarness.reading("avro")) {
            SchemaRegistryClient registry =
                    new SchemaRegistryClient(job.config().schemaRegistry());
            registry.setCompatibility(CompatibilityLevel.FULL_TRANSITIVE);
            for (String name : SchemaHistory.names()) {
                Map<String, Schema> all = new TreeMap<>(SchemaHistory.released(name));
                all.put("today", SchemaHistory.current(name));
                all.forEach((release, schema) -> {
                    assertThat(registry.register(name + "-value", schema))
                            .as(name + " " + release)
                            .isPositive();
                });
            }
            Schema breaking = with(FlowLogs.SCHEMA, new Schema.Field("vlan", Schema.create(Schema.Type.INT), "VLAN."));

            assertThat(registry.checkAgainstAll("flow-log-value", breaking).compatible())
                    .isFalse();
            assertThatThrownBy(() -> registry.register("flow-log-value", breaking))
                    .isInstanceOfSatisfying(
                            SchemaRegistryException.class,
                            refusal -> assertThat(refusal.isIncompatible()).isTrue());
        }
    }

    /** The schemas of the releases, and one that knows neither the last fields nor the last symbols of today. */
    private static List<Schema> consumers(String name) throws IOException {
        List<Schema> consumers = new ArrayList<>(SchemaHistory.released(name).values());
        consumers.add(SchemaHistory.current(name));
        consumers.add(withoutOptional(SchemaHistory.current(name)));
        return consumers;
    }

    /** As a release before this one would have been, that had only the fields without a default, and those asserted here. */
    private static Schema withoutOptional(Schema schema) {
        List<Schema.Field> fields = schema.getFields().stream()
                .filter(field -> !field.hasDefaultValue()
                        || List.of("dst_port", "src_address", "service", "dedup_key")
                                .contains(field.name()))
                .map(field -> new Schema.Field(field, field.schema()))
                .toList();
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }

    private static Schema with(Schema schema, Schema.Field added) {
        List<Schema.Field> fields = new ArrayList<>(List.of(added));
        schema.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }

    /** As Confluent's consumers do: the writer's schema by its id, the reader's own. */
    private static GenericRecord read(SchemaRegistryClient registry, byte[] value, Schema reader) {
        try {
            return new GenericDatumReader<GenericRecord>(registry.schemaById(WireFormat.schemaId(value)), reader)
                    .read(
                            null,
                            DecoderFactory.get()
                                    .binaryDecoder(
                                            value,
                                            WireFormat.HEADER_LENGTH,
                                            value.length - WireFormat.HEADER_LENGTH,
                                            null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
