package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.flow.FlowLogs;
import io.portolan.schema.Verdict;
import io.portolan.topology.DeadLetterQueue;
import io.portolan.wire.RegistryUnavailableException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Flow logs that are Avro already, in the framing of a schema registry. */
class AvroInputTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aFlowOfAnySchemaThatResolvesToOursIsLabelled(String writer, Schema schema) throws Exception {
        try (JobHarness job = JobHarness.reading("avro")) {
            job.publishBundled("tcp/1274");

            job.pipe(avro(job, AvroFlows.session(schema)));
            job.pipe(avro(job, AvroFlows.session(schema)));

            List<GenericRecord> flows = job.enriched();
            assertThat(flows).hasSize(2).allSatisfy(flow -> {
                assertThat(flow.get("dst_port")).isEqualTo(1274);
                assertThat(flow.get("src_address")).hasToString("198.51.100.7");
                assertThat(flow.get("attributes")).hasToString("{}");
                assertThat(flow.get("service")).hasToString("t1distproc");
                assertThat(flow.get("verdict")).hasToString("SESSION");
            });
            assertThat(job.alerts())
                    .singleElement()
                    .satisfies(alert -> assertThat(alert.value().getVerdict()).isEqualTo(Verdict.SESSION));
        }
    }

    static Stream<Arguments> aFlowOfAnySchemaThatResolvesToOursIsLabelled() {
        return Stream.of(
                Arguments.of("current", FlowLogs.SCHEMA),
                Arguments.of("older", AvroFlows.older()),
                Arguments.of("newer", AvroFlows.newer()));
    }

    @Test
    void aGeneratedClassIsReadAsWell() throws Exception {
        try (JobHarness job = JobHarness.reading("avro")) {
            job.pipe(job.config().avro().serializer().serialize("flows", AvroFlows.specific()));

            assertThat(job.enriched())
                    .singleElement()
                    .satisfies(flow -> assertThat(flow.get("packets")).isEqualTo(6L));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatIsNoFlowLogGoesToTheDeadLettersAsItIs(String situation, byte[] value, String cause) throws Exception {
        try (JobHarness job = JobHarness.showingDeadLetters("avro")) {
            job.pipe(value);
            job.pipe(avro(job, AvroFlows.session(FlowLogs.SCHEMA)));

            TestRecord<byte[], byte[]> letter = only(job.deadLetters());
            assertThat(letter.value()).isEqualTo(value);
            assertThat(JobHarness.header(letter, DeadLetterQueue.CAUSE)).contains(cause);
            assertThat(JobHarness.header(letter, DeadLetterQueue.OFFSET)).isEqualTo("0");
            assertThat(job.counters().deadLetters()).isEqualTo(1);
            assertThat(job.enriched()).hasSize(1);
        }
    }

    @Test
    void aFlowIsNotBlamedForASchemaRegistryThatIsAway() throws Exception {
        Map<String, String> keys = Map.of(
                "inputs", "flows", "kafka.processing.guarantee", "at_least_once", "schema.registry.max.retries", "0");
        try (JobHarness job = JobHarness.start(keys)) {
            byte[] flow = avro(job, AvroFlows.session(FlowLogs.SCHEMA));
            job.stopSchemaRegistry();

            assertThatThrownBy(() -> job.pipe(flow))
                    .hasStackTraceContaining(RegistryUnavailableException.class.getName());

            assertThat(job.deadLetters()).isEmpty();
            assertThat(job.counters().deadLetters()).isZero();
        }
    }

    static Stream<Arguments> whatIsNoFlowLogGoesToTheDeadLettersAsItIs() {
        return Stream.of(
                Arguments.of("nothing", new byte[0], "Value of 0 bytes is too short for a schema id"),
                Arguments.of("a wrong magic byte", new byte[] {1, 0, 0, 0, 1, 12}, "Value begins with byte 0x01"),
                Arguments.of("an unknown schema id", new byte[] {0, 0, 0, 3, 9, 12}, "777"));
    }

    @Test
    void aNullValueGoesToTheDeadLetters() throws Exception {
        try (JobHarness job = JobHarness.showingDeadLetters("avro")) {
            job.flows("flows").pipeInput(new TestRecord<>(new byte[] {7}, null));

            TestRecord<byte[], byte[]> letter = only(job.deadLetters());
            assertThat(letter.value()).isNull();
            assertThat(letter.key()).isEqualTo(new byte[] {7});
            assertThat(JobHarness.header(letter, DeadLetterQueue.CAUSE)).isEqualTo("the record has no value");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("aFlowOfAnySchemaThatResolvesToOursIsLabelled")
    void aTornFlowGoesToTheDeadLettersWhateverItsSchema(String writer, Schema schema) throws Exception {
        try (JobHarness job = JobHarness.showingDeadLetters("avro")) {
            byte[] whole = avro(job, AvroFlows.session(schema));
            byte[] torn = Arrays.copyOf(whole, whole.length - 9);
            job.pipe(whole);
            job.pipe(torn);
            job.pipe(whole);

            assertThat(only(job.deadLetters()).value()).isEqualTo(torn);
            assertThat(job.enriched()).hasSize(2);
        }
    }

    @Test
    void anotherRecordThanAFlowLogGoesToTheDeadLetters() throws Exception {
        Schema other = Schema.createRecord(
                "Harbour",
                "No flow.",
                "test",
                false,
                List.of(new Schema.Field("depth", Schema.create(Schema.Type.INT), "Depth.", 3)));
        GenericRecord harbour = new GenericData.Record(other);
        harbour.put("depth", 12);
        try (JobHarness job = JobHarness.showingDeadLetters("avro")) {
            byte[] value = avro(job, "other", harbour);

            job.pipe(value);

            assertThat(only(job.deadLetters()).value()).isEqualTo(value);
            assertThat(job.enriched()).isEmpty();
        }
    }

    private static byte[] avro(JobHarness job, GenericRecord flow) {
        return avro(job, "flows", flow);
    }

    private static byte[] avro(JobHarness job, String topic, GenericRecord flow) {
        return job.config().avro().serializer().serialize(topic, flow);
    }

    private static TestRecord<byte[], byte[]> only(List<TestRecord<byte[], byte[]>> letters) {
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }
}
