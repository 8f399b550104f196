package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.portolan.schema.PortServer;
import io.portolan.schema.PortTraffic;
import io.portolan.schema.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

class SummariesOfTheJobTest {
    private static final String SESSION = Zeek.tcp("198.51.100.7", 51515, "192.0.2.10", 1274, "SF", "ShADadFf");
    private static final String OTHER = Zeek.tcp("198.51.100.8", 51516, "192.0.2.10", 1274, "SF", "ShADadFf");
    private static final String WEB = Zeek.tcp("198.51.100.7", 51517, "192.0.2.20", 443, "SF", "ShADadFf");

    @Test
    void theLastRecordOfAKeyIsTheSumOfItsFlows() throws Exception {
        try (JobHarness job = JobHarness.reading("zeek-conn")) {
            job.publishBundled("tcp/1274", "tcp/443");

            job.pipe(SESSION);
            job.pipe(OTHER);
            job.pipe(WEB);

            List<TestRecord<String, PortTraffic>> traffic = job.read("port-traffic-1m", PortTraffic.class);
            assertThat(traffic)
                    .extracting(TestRecord::key, record -> record.value().getFlows())
                    .containsExactly(
                            tuple("2023-11-14T22:13:00Z/USER/ASSIGNED/SESSION/t1distproc", 1L),
                            tuple("2023-11-14T22:13:00Z/USER/ASSIGNED/SESSION/t1distproc", 2L),
                            tuple("2023-11-14T22:13:00Z/SYSTEM/ASSIGNED/NONE/https", 1L));
            assertThat(traffic.get(1).value().getBytes()).isEqualTo(2 * (412L + 2260L));
            assertThat(traffic.get(1).value().getPackets()).isEqualTo(2 * (6L + 5L));
            assertThat(traffic.get(1).value().getVerdict()).isEqualTo(Verdict.SESSION);
        }
    }

    @Test
    void theInventoryNamesTheServerAndItsClients() throws Exception {
        try (JobHarness job = JobHarness.reading("zeek-conn")) {
            job.publishBundled("tcp/1274", "tcp/443");

            job.pipe(SESSION);
            job.pipe(OTHER);
            job.pipe(WEB);

            assertThat(job.read("port-servers", PortServer.class))
                    .extracting(
                            TestRecord::key,
                            record -> record.value().getClients(),
                            record -> record.value().getFlows())
                    .containsExactly(tuple("192.0.2.10:1274/tcp", 1L, 1L), tuple("192.0.2.10:1274/tcp", 2L, 2L));
        }
    }

    @Test
    void whatIsNoPartOfASumIsADeadLetter() throws Exception {
        try (JobHarness job = JobHarness.showingDeadLetters("zeek-conn")) {
            job.publishBundled("tcp/1274");

            job.flows("port-traffic-parts").pipeInput("key".getBytes(StandardCharsets.UTF_8), new byte[] {1, 2});
            job.flows("port-server-parts").pipeInput("key".getBytes(StandardCharsets.UTF_8), (byte[]) null);
            job.pipe(SESSION);

            assertThat(job.deadLetters())
                    .extracting(letter -> JobHarness.header(letter, "__streams.errors.topic"))
                    .containsExactlyInAnyOrder("port-traffic-parts", "port-server-parts");
            assertThat(job.read("port-traffic-1m", PortTraffic.class)).hasSize(1);
        }
    }

    @Test
    void aServerThatIsSeenAgainAfterItWasForgottenBeginsAnewAndIsForgottenAgain() throws Exception {
        try (JobHarness job = JobHarness.reading("zeek-conn")) {
            job.publishBundled("tcp/1274");
            Duration forgotten = job.config().memory().servers().plusHours(2);
            job.pipe(SESSION);
            job.advance(forgotten);
            job.read("port-servers", PortServer.class);

            job.pipe(OTHER);
            assertThat(job.read("port-servers", PortServer.class))
                    .extracting(
                            record -> record.value().getFlows(),
                            record -> record.value().getClientAddresses())
                    .containsExactly(tuple(1L, List.of("198.51.100.8")));

            job.advance(forgotten);
            assertThat(job.read("port-servers", PortServer.class))
                    .extracting(TestRecord::value)
                    .containsOnlyNulls();
        }
    }

    @Test
    void aServerThatWasNotSeenForLongIsTakenOutOfTheInventory() throws Exception {
        try (JobHarness job = JobHarness.reading("zeek-conn")) {
            job.publishBundled("tcp/1274");
            job.pipe(SESSION);
            assertThat(job.read("port-servers", PortServer.class)).hasSize(1);

            job.advance(job.config().memory().servers().plusHours(2));

            assertThat(job.read("port-servers", PortServer.class))
                    .singleElement()
                    .satisfies(record -> {
                        assertThat(record.key()).isEqualTo("192.0.2.10:1274/tcp");
                        assertThat(record.value()).isNull();
                    });
        }
    }
}
