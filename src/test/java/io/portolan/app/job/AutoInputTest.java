package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.flow.FlowLogs;
import io.portolan.topology.DeadLetterQueue;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

/** One topic with records of several formats. */
class AutoInputTest {
    @Test
    void everyRecordIsReadByItsOwnFormatAndTheFlowSaysWhich() throws Exception {
        try (JobHarness job = JobHarness.showingDeadLetters("auto")) {
            job.pipe(Zeek.tcp("198.51.100.7", 51515, "192.0.2.10", 1274, "SF", "ShADadFf"));
            job.pipe(avro(job, AvroFlows.session(FlowLogs.SCHEMA)));
            job.pipe(avro(job, PmacctAvro.flow()));
            job.pipe(
                    "2 123456789012 eni-1 198.51.100.7 192.0.2.10 51515 1274 6 20 4249 1700000000 1700000060 ACCEPT OK");

            assertThat(job.enriched())
                    .extracting(flow -> flow.get("source_format").toString())
                    .containsExactly("zeek-conn", "avro", "pmacct", "aws-vpc");
            assertThat(job.deadLetters()).isEmpty();
        }
    }

    @Test
    void aBadRecordSaysWhatItWasTakenFor() throws Exception {
        try (JobHarness job = JobHarness.showingDeadLetters("auto")) {
            GenericRecord bad = PmacctAvro.flow();
            bad.put("port_src", 70_000L);
            job.pipe(Zeek.tcp("198.51.100.7", 70000, "192.0.2.10", 1274, "SF", "ShADadFf"));
            job.pipe(avro(job, bad));
            job.pipe("harbour");

            assertThat(job.deadLetters())
                    .extracting(letter -> JobHarness.header(letter, DeadLetterQueue.CAUSE))
                    .containsExactly(
                            "taken as zeek-conn: id.orig_p is 70000, not within 0-65535",
                            "taken as pmacct: port_src is 70000, not within 0-65535",
                            "the record begins with harbour and is no record of a known format: name the format of"
                                    + " the input");
        }
    }

    private static byte[] avro(JobHarness job, GenericRecord record) {
        return job.config().avro().serializer().serialize(record.getSchema().getName(), record);
    }
}
