package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.schema.PortAlert;
import io.portolan.schema.RecordPosition;
import io.portolan.schema.RoleBasis;
import io.portolan.schema.Verdict;
import io.portolan.topology.DeadLetterQueue;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

class JobTopologyTest {
    private static final String SESSION = Zeek.tcp("198.51.100.7", 51515, "192.0.2.10", 1274, "SF", "ShADadFf");
    private static final String COINCIDENCE = Zeek.tcp("192.0.2.20", 1274, "198.51.100.8", 30003, "REJ", "Sr");

    @Test
    void aSessionOnTheWatchedPortIsLabelledAndAlerted() throws Exception {
        try (JobHarness job = JobHarness.reading("zeek-conn")) {
            job.publishBundled("tcp/1274");

            job.pipe(SESSION);

            GenericRecord flow = job.enriched().get(0);
            assertThat(flow.get("src_port")).isEqualTo(51515);
            assertThat(flow.get("dst"))
                    .hasToString(
                            "{\"range\": \"USER\", \"status\": \"ASSIGNED\", \"service\": \"t1distproc\", \"names\":"
                                    + " [\"t1distproc\"], \"documentation\": \"BARE\"}");
            assertThat(flow.get("src"))
                    .hasToString("{\"range\": \"DYNAMIC\", \"status\": \"UNLISTED\", \"service\": null, \"names\": [],"
                            + " \"documentation\": null}");
            assertThat(flow.get("server")).hasToString("DESTINATION");
            assertThat(flow.get("role_basis")).hasToString("SENSOR");
            assertThat(flow.get("role_confidence")).isEqualTo(95);
            assertThat(flow.get("service")).hasToString("t1distproc");
            assertThat(flow.get("verdict")).hasToString("SESSION");
            List<TestRecord<String, PortAlert>> alerts = job.alerts();
            assertThat(alerts).hasSize(1);
            assertThat(alerts.get(0).key()).isEqualTo("192.0.2.10:1274/tcp");
            PortAlert alert = alerts.get(0).value();
            assertThat(alert.getVerdict()).isEqualTo(Verdict.SESSION);
            assertThat(alert.getRoleBasis()).isEqualTo(RoleBasis.SENSOR);
            assertThat(alert.getAssignment().getNames()).containsExactly("t1distproc");
            assertThat(alert.getOrigin()).isEqualTo(new RecordPosition("flows", 0, 0L));
        }
    }

    @Test
    void theWatchedPortOnTheClientsSideRaisesNoAlert() throws Exception {
        try (JobHarness job = JobHarness.reading("zeek-conn")) {
            job.publishBundled("tcp/1274");

            job.pipe(COINCIDENCE);

            assertThat(job.enriched().get(0).get("verdict")).hasToString("COINCIDENCE");
            assertThat(job.alerts()).isEmpty();
        }
    }

    @Test
    void anUnreadableRecordGoesToTheDeadLettersAndTheNextIsRead() throws Exception {
        try (JobHarness job = JobHarness.showingDeadLetters("zeek-conn")) {
            job.pipe("{\"ts\": \"garbage");
            job.pipe(SESSION);

            List<TestRecord<byte[], byte[]>> letters = job.deadLetters();
            assertThat(letters).hasSize(1);
            assertThat(letters.get(0).value()).asString().isEqualTo("{\"ts\": \"garbage");
            assertThat(JobHarness.header(letters.get(0), DeadLetterQueue.TOPIC)).isEqualTo("flows");
            assertThat(JobHarness.header(letters.get(0), DeadLetterQueue.PARTITION))
                    .isEqualTo("0");
            assertThat(JobHarness.header(letters.get(0), DeadLetterQueue.OFFSET))
                    .isEqualTo("0");
            assertThat(JobHarness.header(letters.get(0), DeadLetterQueue.CAUSE)).contains("JSON");
            assertThat(job.counters().deadLetters()).isEqualTo(1);
            assertThat(job.enriched()).hasSize(1);
        }
    }
}
