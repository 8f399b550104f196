package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.app.config.PortolanConfig;
import io.portolan.flow.FlowLogs;
import io.portolan.topology.JobCounters;
import io.portolan.topology.Topic;
import io.portolan.wire.SchemaRegistryClient;
import io.portolan.wire.server.LocalSchemaRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The whole job beside Confluent's clients, and on their serializers. */
@EnabledIf(value = "io.portolan.app.job.Confluent#present", disabledReason = Confluent.ABSENT)
class ConfluentJobInteropTest {
    private static final Map<String, String> INPUT = Map.of("inputs", "flows", "input.flows.format", "avro");

    @Test
    void everyAvroTopicOfTheJobIsReadByConfluentsConsumerAsByOurs() throws Exception {
        try (JobHarness job = JobHarness.start(INPUT)) {
            String registry = run(job);
            Deserializer<Object> generic = Confluent.deserializer(registry, Map.of());
            Deserializer<Object> specific = Confluent.deserializer(registry, Map.of("specific.avro.reader", true));

            for (String topic : outputs(job)) {
                List<byte[]> values =
                        job.written(topic).stream().map(TestRecord::value).toList();
                assertThat(values).as(topic).isNotEmpty().allSatisfy(value -> {
                    assertThat(generic.deserialize(topic, value))
                            .isInstanceOf(GenericRecord.class)
                            .isEqualTo(job.config().avro().generic().deserialize(topic, value));
                    assertThat(specific.deserialize(topic, value))
                            .isInstanceOf(SpecificRecord.class)
                            .isEqualTo(job.config().avro().specific().deserialize(topic, value));
                });
            }
        }
    }

    @Test
    void theJobWritesTheSameOnConfluentsSerializers() throws Exception {
        Map<String, String> keys = new HashMap<>(INPUT);
        keys.put("avro.serializer", Confluent.SERIALIZER);
        keys.put("avro.deserializer", Confluent.DESERIALIZER);
        try (JobHarness theirs = JobHarness.start(keys);
                JobHarness ours = JobHarness.start(INPUT)) {
            run(theirs);
            run(ours);

            assertThat(theirs.counters().deadLetters()).isZero();
            assertThat(theirs.enriched()).isEqualTo(ours.enriched()).hasSize(1);
            assertThat(theirs.alerts()).hasSize(1);
        }
    }

    @Test
    void aSerializerThatWritesAnotherSchemaThanItsRecordIsRefusedAtTheStart() throws Exception {
        try (LocalSchemaRegistry registry = LocalSchemaRegistry.start(0)) {
            Schema enriched = FlowLogs.schema("schemas/enriched-flow.avsc");
            SchemaRegistryClient client = new SchemaRegistryClient(Map.of("schema.registry.url", registry.url()));
            client.register("flow-logs-enriched-value", enriched);
            client.register("flow-logs-enriched-value", withOneLess(enriched));
            PortolanConfig config = new PortolanConfig(Map.of(
                    "avro.serializer",
                    Confluent.SERIALIZER,
                    "schema.registry.url",
                    registry.url(),
                    "schema.registry.auto.register.schemas",
                    "false",
                    "schema.registry.use.latest.version",
                    "true"));

            assertThatThrownBy(() -> JobTopology.of(config, config::rules, new JobCounters())
                            .build())
                    .hasMessageContaining("leave out schema.registry.use.latest.version");
        }
    }

    private static Schema withOneLess(Schema schema) {
        List<Schema.Field> fields = schema.getFields().stream()
                .limit(schema.getFields().size() - 1L)
                .map(field -> new Schema.Field(field, field.schema()))
                .toList();
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }

    /** A session on 1274, and a minute that ends, so that there is something in every topic. */
    private static String run(JobHarness job) throws Exception {
        job.publishBundled("tcp/1274");
        String registry = String.valueOf(job.config().schemaRegistry().get("schema.registry.url"));
        job.pipe(Confluent.serializer(registry, Map.of()).serialize("flows", AvroFlows.session(FlowLogs.SCHEMA)));
        return registry;
    }

    private static List<String> outputs(JobHarness job) {
        return List.of(
                        job.topics().enrichedFlows(),
                        job.topics().portAlerts(),
                        job.topics().portSightings(),
                        job.topics().portTrafficParts(),
                        job.topics().portServerParts())
                .stream()
                .map(Topic::name)
                .toList();
    }
}
