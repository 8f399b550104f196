package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.registry.BundledRegistry;
import io.portolan.registry.PortKey;
import io.portolan.registry.RegistryRelease;
import io.portolan.schema.Documentation;
import io.portolan.schema.Origin;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortStatus;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

/** The registry topic changes while flows are labelled. */
class RegistryUpdateTest {
    private static final String FLOW = Zeek.tcp("198.51.100.7", 51515, "192.0.2.10", 1274, "SF", "ShADadFf");

    @Test
    void aNewNameIsInTheNextFlow() throws Exception {
        try (JobHarness job = JobHarness.reading("zeek-conn")) {
            job.publishBundled("tcp/1274");
            assertThat(service(job)).isEqualTo("t1distproc");

            job.publish("tcp/1274", entry("harbour", "pilot"));

            assertThat(label(job).get("names")).hasToString("[harbour, pilot]");
        }
    }

    @Test
    void aPortThatIsTakenAwayIsUnlistedInTheNextFlow() throws Exception {
        try (JobHarness job = JobHarness.reading("zeek-conn")) {
            job.publishBundled("tcp/1274");
            assertThat(service(job)).isEqualTo("t1distproc");

            job.publish("tcp/1274", null);

            GenericRecord label = label(job);
            assertThat(label.get("status")).hasToString("UNLISTED");
            assertThat(label.get("range")).hasToString("USER");
            assertThat(label.get("service")).isNull();
        }
    }

    @Test
    void aNewReleaseIsTheVersionOfTheNextFlow() throws Exception {
        try (JobHarness job = JobHarness.reading("zeek-conn")) {
            job.pipe(FLOW);
            assertThat(job.enriched().get(0).get("registry_version")).isNull();

            job.publish(
                    RegistryRelease.KEY,
                    BundledRegistry.load().registry().withVersion("2030-01-31").release());

            job.pipe(FLOW);
            assertThat(job.enriched().get(0).get("registry_version")).hasToString("2030-01-31");
        }
    }

    @Test
    void anEntryThatCannotBeReadIsUnlistedAndCountedAndOthersAreRead() throws Exception {
        List<byte[]> garbage = List.of(
                new byte[0],
                "tcp/1274".getBytes(StandardCharsets.UTF_8),
                new byte[] {0, 0, 0, 0, 99, 1, 2},
                new byte[] {0, 127, 127, 127, 127});
        try (JobHarness job = JobHarness.reading("zeek-conn")) {
            job.publishBundled("tcp/443");
            for (byte[] value : garbage) {
                job.publishBytes("tcp/1274", value);

                assertThat(label(job).get("status")).hasToString("UNLISTED");
            }
            assertThat(job.counters().registryEntriesUnreadable()).isEqualTo(garbage.size());

            job.pipe(Zeek.tcp("198.51.100.7", 51515, "192.0.2.10", 443, "SF", "ShADadFf"));
            assertThat(job.enriched().get(0).get("service")).hasToString("https");
            job.publish("tcp/1274", entry("t1distproc"));
            assertThat(service(job)).isEqualTo("t1distproc");
        }
    }

    @Test
    void anEntryThatIsTornIsUnlistedAndCounted() throws Exception {
        try (JobHarness job = JobHarness.reading("zeek-conn")) {
            byte[] whole = job.config()
                    .avro()
                    .serializer()
                    .serialize(job.topics().portRegistry().name(), entry("t1distproc"));
            byte[] torn = Arrays.copyOf(whole, whole.length / 2);

            job.publishBytes("tcp/1274", torn);

            assertThat(label(job).get("status")).hasToString("UNLISTED");
            assertThat(job.counters().registryEntriesUnreadable()).isEqualTo(1);
        }
    }

    @Test
    void anEntryOfAnotherSchemaIsUnlistedAndCounted() throws Exception {
        try (JobHarness job = JobHarness.reading("zeek-conn")) {
            byte[] flow = job.config()
                    .avro()
                    .serializer()
                    .serialize(job.topics().flowLogs().name(), AvroFlows.specific());

            job.publishBytes("tcp/1274", flow);

            assertThat(label(job).get("status")).hasToString("UNLISTED");
            assertThat(job.counters().registryEntriesUnreadable()).isEqualTo(1);
        }
    }

    @Test
    void theBundledEntryIsPublishedAsItIs() throws Exception {
        try (JobHarness job = JobHarness.reading("zeek-conn")) {
            job.publishBundled("tcp/1274", "udp/1274");

            job.pipe(FLOW);

            assertThat(job.alerts().get(0).value().getAssignment())
                    .isEqualTo(BundledRegistry.load()
                            .registry()
                            .find(PortKey.parse("tcp/1274"))
                            .orElseThrow());
        }
    }

    private static GenericRecord label(JobHarness job) {
        job.pipe(FLOW);
        return (GenericRecord) job.enriched().get(0).get("dst");
    }

    private static String service(JobHarness job) {
        return String.valueOf(label(job).get("service"));
    }

    private static PortAssignment entry(String... names) {
        return PortAssignment.newBuilder()
                .setTransport("tcp")
                .setPort(1274)
                .setStatus(PortStatus.ASSIGNED)
                .setNames(List.of(names))
                .setDocumentation(Documentation.BARE)
                .setOrigin(Origin.SITE)
                .setVersion("2026-10-01")
                .build();
    }
}
