package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.flow.FlowLogs;
import io.portolan.topology.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
