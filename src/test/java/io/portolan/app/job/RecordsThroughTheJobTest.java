package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.schema.PortAlert;
import io.portolan.topology.DeadLetterQueue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a Kafka record around its flow: key, headers, time, and the flows that it holds. */
class RecordsThroughTheJobTest {
    private static final String SESSION = Zeek.tcp("198.51.100.7", 51515, "192.0.2.10", 1274, "SF", "ShADadFf");

    @Test
    void keyAndHeadersAreThoseOfTheFlowLogAndTheTimeIsTheEndOfTheFlow() throws Exception {
        try (JobHarness job = JobHarness.reading("zeek-conn")) {
            job.flows("flows")
                    .pipeInput(new TestRecord<>(
                            text("sensor-1"),
                            text(SESSION),
                            new RecordHeaders().add("site", text("harbour")),
                            Instant.parse("2031-01-01T00:00:00Z")));

            TestRecord<byte[], GenericRecord> flow = job.enrichedRecords().get(0);
            assertThat(flow.key()).isEqualTo(text("sensor-1"));
            assertThat(JobHarness.header(flow, "site")).isEqualTo("harbour");
            assertThat(flow.timestamp()).isEqualTo(Zeek.END);
            TestRecord<String, PortAlert> alert = job.alerts().get(0);
            assertThat(alert.key()).isEqualTo("192.0.2.10:1274/tcp");
            assertThat(JobHarness.header(alert, "site")).isEqualTo("harbour");
            assertThat(alert.timestamp()).isEqualTo(Zeek.END);
        }
    }

    @Test
    void aRecordWithoutAKeyStaysWithoutOne() throws Exception {
        try (JobHarness job = JobHarness.reading("zeek-conn")) {
            job.pipe(SESSION);

            assertThat(job.enrichedRecords().get(0).key()).isNull();
        }
    }

    @Test
    void ofARecordOfManyFlowsTheGoodOnesGoOnAndTheBadOneIsADeadLetter() throws Exception {
        String lines = String.join(
                "\n",
                aws("198.51.100.7", 51515, "192.0.2.10", 1274, 1_700_000_060),
                aws("198.51.100.7", 99999, "192.0.2.10", 1274, 1_700_000_061),
                aws("192.0.2.10", 1274, "198.51.100.7", 51515, 1_700_000_062));
        try (JobHarness job = JobHarness.reading("aws-vpc")) {
            job.flows("flows")
                    .pipeInput(new TestRecord<>(
                            text("eni-1"), text(lines), new RecordHeaders().add("site", text("harbour"))));

            List<TestRecord<byte[], GenericRecord>> flows = job.enrichedRecords();
            assertThat(flows).map(flow -> flow.value().get("src_port")).containsExactly(51515, 1274);
            assertThat(flows).map(TestRecord::timestamp).containsExactly(1_700_000_060_000L, 1_700_000_062_000L);
            List<TestRecord<byte[], byte[]>> letters = job.deadLetters();
            assertThat(letters).hasSize(1);
            TestRecord<byte[], byte[]> letter = letters.get(0);
            assertThat(letter.key()).isEqualTo(text("eni-1"));
            assertThat(letter.value()).isEqualTo(text(lines));
            assertThat(JobHarness.header(letter, DeadLetterQueue.INDEX)).isEqualTo("1");
            assertThat(JobHarness.header(letter, DeadLetterQueue.CAUSE)).contains("99999");
            assertThat(JobHarness.header(letter, DeadLetterQueue.TOPIC)).isEqualTo("flows");
            assertThat(JobHarness.header(letter, DeadLetterQueue.PARTITION)).isEqualTo("0");
            assertThat(JobHarness.header(letter, DeadLetterQueue.OFFSET)).isEqualTo("0");
            assertThat(JobHarness.header(letter, "site")).isEqualTo("harbour");
            assertThat(job.counters().deadLetters()).isEqualTo(1);
            assertThat(flows)
                    .map(flow -> JobHarness.header(flow, DeadLetterQueue.INDEX))
                    .containsExactly("0", "2");
        }
    }

    @Test
    void aRecordWithTheIndexOfAFlowIsReadForThatFlowAlone() throws Exception {
        String lines = String.join(
                "\n",
                aws("198.51.100.7", 51515, "192.0.2.10", 1274, 1_700_000_060),
                aws("198.51.100.7", 99999, "192.0.2.10", 1274, 1_700_000_061),
                aws("192.0.2.10", 1274, "198.51.100.7", 51515, 1_700_000_062));
        try (JobHarness job = JobHarness.showingDeadLetters("aws-vpc")) {
            job.flows("flows").pipeInput(indexed(lines, "2"));
            assertThat(job.enriched()).map(flow -> flow.get("src_port")).containsExactly(1274);
            assertThat(job.deadLetters()).isEmpty();

            job.flows("flows").pipeInput(indexed(lines, "1"));
            assertThat(job.enriched()).isEmpty();
            assertThat(job.deadLetters())
                    .map(letter -> JobHarness.header(letter, DeadLetterQueue.INDEX))
                    .containsExactly("1");

            job.flows("flows").pipeInput(indexed(aws("198.51.100.7", 51515, "192.0.2.10", 1274, 1_700_000_060), "0"));
            assertThat(job.enriched()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3, 'the header portolan.flow.index is 3, but the record has 2 parts'",
        "-1, the header portolan.flow.index is not the index of a part of the record",
        "3000000000, the header portolan.flow.index is not the index of a part of the record",
        "4294967295, the header portolan.flow.index is not the index of a part of the record",
        "x, the header portolan.flow.index is not the index of a part of the record",
    })
    void anIndexThatIsNoneIsADeadLetterWithTheWholeRecord(String index, String cause) throws Exception {
        String lines = aws("198.51.100.7", 51515, "192.0.2.10", 1274, 1_700_000_060) + "\n"
                + aws("192.0.2.10", 1274, "198.51.100.7", 51515, 1_700_000_062);
        try (JobHarness job = JobHarness.showingDeadLetters("aws-vpc")) {
            job.flows("flows").pipeInput(indexed(lines, index));

            assertThat(job.enriched()).isEmpty();
            List<TestRecord<byte[], byte[]>> letters = job.deadLetters();
            assertThat(letters).map(TestRecord::value).containsExactly(text(lines));
            assertThat(letters)
                    .map(letter -> JobHarness.header(letter, DeadLetterQueue.CAUSE))
                    .containsExactly(cause);
        }
    }

    private static TestRecord<byte[], byte[]> indexed(String lines, String index) {
        return new TestRecord<>(
                text("eni-1"), text(lines), new RecordHeaders().add(DeadLetterQueue.INDEX, text(index)));
    }

    @Test
    void whatIsNoFlowIsCountedByWhatItIsInstead() throws Exception {
        try (JobHarness job = JobHarness.showingDeadLetters("aws-vpc")) {
            String noData = "2 123456789012 eni-1 - - - - - - - 1700000000 1700000060 - NODATA";
            job.pipe(noData);
            job.pipe(noData);
            job.pipe(noData.replace("NODATA", "SKIPDATA"));
            job.pipe(" \n");

            assertThat(job.counters().notFlows()).isEqualTo(Map.of("NODATA", 2L, "SKIPDATA", 1L, "empty record", 1L));
            assertThat(job.enriched()).isEmpty();
            assertThat(job.deadLetters()).isEmpty();
        }
    }

    @Test
    void twoInputsOfDifferentFormatsAreReadAtOnce() throws Exception {
        try (JobHarness job = JobHarness.start(Map.of(
                "inputs", "zeek,cloud",
                "input.zeek.format", "zeek-conn",
                "input.cloud.format", "aws-vpc",
                "input.cloud.topic", "vpc-flows"))) {
            job.flows("zeek").pipeInput(text(SESSION));
            job.flows("vpc-flows").pipeInput(text(aws("198.51.100.7", 51515, "192.0.2.11", 1274, 1_700_000_060)));

            assertThat(job.enriched())
                    .map(flow -> flow.get("source_format").toString())
                    .containsExactly("zeek-conn", "aws-vpc");
            assertThat(job.alerts())
                    .map(alert -> alert.value().getOrigin().getTopic())
                    .containsExactly("zeek", "vpc-flows");
        }
    }

    private static String aws(String src, int srcPort, String dst, int dstPort, long end) {
        return "2 123456789012 eni-1 %s %s %d %d 6 20 4249 1700000000 %d ACCEPT OK"
                .formatted(src, dst, srcPort, dstPort, end);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
