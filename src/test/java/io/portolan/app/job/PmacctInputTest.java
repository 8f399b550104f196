package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.topology.DeadLetterQueue;
import io.portolan.wire.RegistryUnavailableException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** Flow logs of pmacct: Avro in the framing of a schema registry, JSON, or both in one topic. */
class PmacctInputTest {
    private static final String JSON = """
            {"event_type":"purge","ip_src":"192.0.2.10","ip_dst":"198.51.100.6","port_src":51813,"port_dst":1274,\
            "ip_proto":"tcp","timestamp_start":"1772356834.560000","packets":3,"bytes":180}""";

    @Test
    void aFlowInAvroIsReadByTheSchemaThatItWasWrittenWith() throws Exception {
        try (JobHarness job = JobHarness.reading("pmacct")) {
            job.publishBundled("tcp/1274");

            job.pipe(avro(job, PmacctAvro.flow()));

            assertThat(job.enriched()).singleElement().satisfies(flow -> {
                assertThat(flow.get("src_address")).hasToString("192.0.2.10");
                assertThat(flow.get("src_port")).isEqualTo(51812);
                assertThat(flow.get("dst_port")).isEqualTo(1274);
                assertThat(flow.get("tcp_flags")).isEqualTo(27);
                assertThat(flow.get("packets")).isEqualTo(11L);
                assertThat(flow.get("bytes")).isEqualTo(1932L);
                assertThat(flow.get("start_time")).isEqualTo(1_772_356_834_553L);
                assertThat(flow.get("end_time")).isEqualTo(1_772_356_835_304L);
                assertThat(flow.get("observer")).hasToString("192.0.2.254");
                assertThat(flow.get("sampling_rate")).isEqualTo(100);
                assertThat(flow.get("source_format")).hasToString("pmacct");
                assertThat(flow.get("attributes").toString())
                        .contains("label.node", "lat_ip_src=52.25", "custom_primitives.vrf_id_ingress");
                assertThat(flow.get("service")).hasToString("t1distproc");
            });
        }
    }

    @Test
    void avroAndJsonMayComeInOneTopic() throws Exception {
        try (JobHarness job = JobHarness.reading("pmacct")) {
            GenericRecord second = PmacctAvro.flow();
            second.put("port_src", 51814L);
            second.put("tcp_flags", List.of());
            second.put("label", Map.of());

            job.pipe(avro(job, PmacctAvro.flow()));
            job.pipe(JSON);
            job.pipe(avro(job, second));

            List<GenericRecord> flows = job.enriched();
            assertThat(flows).extracting(flow -> flow.get("src_port")).containsExactly(51812, 51813, 51814);
            assertThat(flows.get(2).get("tcp_flags")).isNull();
            assertThat(flows.get(2).get("attributes").toString()).doesNotContain("label.node");
        }
    }

    @Test
    void aControlMessageIsCountedAndNoFlow() throws Exception {
        try (JobHarness job = JobHarness.showingDeadLetters("pmacct")) {
            job.pipe(job.config().avro().serializer().serialize("markers", PmacctAvro.close()));

            assertThat(job.enriched()).isEmpty();
            assertThat(job.deadLetters()).isEmpty();
            assertThat(job.counters().notFlows()).containsOnlyKeys("pmacct purge_close");
        }
    }

    @Test
    void aFlowThatCannotBeIsADeadLetterWithItsCause() throws Exception {
        assertDeadLetter(
                job -> {
                    GenericRecord flow = PmacctAvro.flow();
                    flow.put("port_dst", 70_000L);
                    return avro(job, flow);
                },
                "port_dst is 70000, not within 0-65535");
    }

    @Test
    void anUnknownSchemaIdIsADeadLetter() throws Exception {
        assertDeadLetter(job -> new byte[] {0, 0, 0, 3, 9, 12}, "777");
    }

    @Test
    void bytesAfterTheRecordAreADeadLetter() throws Exception {
        assertDeadLetter(
                job -> {
                    byte[] flow = avro(job, PmacctAvro.flow());
                    return Arrays.copyOf(flow, flow.length + 1);
                },
                "bytes follow the record");
    }

    @Test
    void aTornRecordIsADeadLetter() throws Exception {
        assertDeadLetter(
                job -> {
                    byte[] flow = avro(job, PmacctAvro.flow());
                    return Arrays.copyOf(flow, flow.length - 3);
                },
                "Cannot read a value of topic flows as acct_data");
    }

    @Test
    void aFrameThatIsTooShortIsADeadLetter() throws Exception {
        assertDeadLetter(job -> new byte[] {0, 0}, "too short for a schema id");
    }

    @Test
    void aFlowIsNotBlamedForASchemaRegistryThatIsAway() throws Exception {
        Map<String, String> keys = Map.of(
                "inputs", "flows",
                "input.flows.format", "pmacct",
                "kafka.processing.guarantee", "at_least_once",
                "schema.registry.max.retries", "0");
        try (JobHarness job = JobHarness.start(keys)) {
            byte[] flow = avro(job, PmacctAvro.flow());
            job.stopSchemaRegistry();

            assertThatThrownBy(() -> job.pipe(flow))
                    .hasStackTraceContaining(RegistryUnavailableException.class.getName());

            assertThat(job.deadLetters()).isEmpty();
        }
    }

    @FunctionalInterface
    private interface Value {
        byte[] of(JobHarness job);
    }

    /** A good flow before and after it is labelled all the same. */
    private static void assertDeadLetter(Value bad, String cause) throws Exception {
        try (JobHarness job = JobHarness.showingDeadLetters("pmacct")) {
            byte[] value = bad.of(job);

            job.pipe(avro(job, PmacctAvro.flow()));
            job.pipe(value);
            job.pipe(avro(job, PmacctAvro.flow()));

            List<TestRecord<byte[], byte[]>> letters = job.deadLetters();
            assertThat(letters).hasSize(1);
            assertThat(letters.get(0).value()).isEqualTo(value);
            assertThat(JobHarness.header(letters.get(0), DeadLetterQueue.CAUSE)).contains(cause);
            assertThat(job.enriched()).hasSize(2);
        }
    }

    private static byte[] avro(JobHarness job, GenericRecord record) {
        return job.config().avro().serializer().serialize("flows", record);
    }
}
